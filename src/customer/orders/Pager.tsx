import { memo } from 'react'
import classes from './Pager.module.css'
import { formatCount } from '#src/format/count.ts'
import { Button } from '#src/ui/Button.tsx'

type Props = { page: number; pages: number; orders: number; onChange: (page: number) => void }

/** Steps through the pages of a long list. */
export const Pager = memo(function Pager({ page, pages, orders, onChange }: Props) {
  return (
    <nav className={classes.pager} aria-label="Pages of orders">
      <Button size="small" look="plain" isAtEnd={page <= 1} onClick={() => onChange(page - 1)}>
        Previous page
      </Button>
      <span aria-current="page">
        Page {page} of {pages}
      </span>
      <Button size="small" look="plain" isAtEnd={page >= pages} onClick={() => onChange(page + 1)}>
        Next page
      </Button>
      <p className={classes.note}>
        The browser's own search sees this page only; “Filter orders” looks through all {formatCount(orders)}.
      </p>
    </nav>
  )
})
