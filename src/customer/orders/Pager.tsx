import { Button } from '@mantine/core'
import classes from './Pager.module.css'

type Props = { page: number; pages: number; onChange: (page: number) => void }

/** Steps through the pages of a long list. */
export function Pager({ page, pages, onChange }: Props) {
  return (
    <nav className={classes.pager} aria-label="Pages of orders">
      <Button size="xs" variant="default" disabled={page <= 1} onClick={() => onChange(page - 1)}>
        Previous page
      </Button>
      <span aria-current="page">
        Page {page} of {pages}
      </span>
      <Button size="xs" variant="default" disabled={page >= pages} onClick={() => onChange(page + 1)}>
        Next page
      </Button>
    </nav>
  )
}
