import { Button } from '@mantine/core'
import { memo } from 'react'
import classes from './Pager.module.css'
import { stepButton } from '#src/ui/at-end.ts'
import { formatCount } from '#src/format/count.ts'

type Props = { page: number; pages: number; orders: number; onChange: (page: number) => void }

/** Steps through the pages of a long list. */
export const Pager = memo(function Pager({ page, pages, orders, onChange }: Props) {
  return (
    <nav className={classes.pager} aria-label="Pages of orders">
      <Button size="xs" variant="default" {...stepButton(page <= 1, () => onChange(page - 1))}>
        Previous page
      </Button>
      <span aria-current="page">
        Page {page} of {pages}
      </span>
      <Button size="xs" variant="default" {...stepButton(page >= pages, () => onChange(page + 1))}>
        Next page
      </Button>
      <p className={classes.note}>
        The browser's own search sees this page only; “Filter orders” looks through all {formatCount(orders)}.
      </p>
    </nav>
  )
})
