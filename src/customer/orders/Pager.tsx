import classes from './Pager.module.css'
import { Button } from '#src/ui/Button.tsx'

type Props = { page: number; pages: number; onChange: (page: number) => void }

/** Steps through the pages of a long list. */
export function Pager({ page, pages, onChange }: Props) {
  return (
    <nav className={classes.pager} aria-label="Pages of orders">
      <Button size="small" look="plain" disabled={page <= 1} onClick={() => onChange(page - 1)}>
        Previous page
      </Button>
      <span aria-current="page">
        Page {page} of {pages}
      </span>
      <Button size="small" look="plain" disabled={page >= pages} onClick={() => onChange(page + 1)}>
        Next page
      </Button>
    </nav>
  )
}
