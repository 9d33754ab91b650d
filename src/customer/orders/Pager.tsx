import { memo, type ReactNode } from 'react'
import classes from './Pager.module.css'
import { formatCount } from '#src/format/count.ts'
import { Button } from '#src/ui/Button.tsx'

type Props = { page: number; pages: number; orders: number; onChange: (page: number) => void }

/** Steps through the pages of a long list. */
export const Pager = memo(function Pager({ page, pages, orders, onChange }: Props) {
  return (
    <nav className={classes.pager} aria-label="Pages of orders">
      <Turn to={page - 1} pages={pages} onChange={onChange}>
        Previous page
      </Turn>
      <span aria-current="page">
        Page {page} of {pages}
      </span>
      <Turn to={page + 1} pages={pages} onChange={onChange}>
        Next page
      </Turn>
      <p className={classes.note}>
        The browser's own search sees this page only; “Filter orders” looks through all {formatCount(orders)}.
      </p>
    </nav>
  )
})

type TurnProps = { to: number; pages: number; onChange: (page: number) => void; children: ReactNode }

/** Where there is no such page it is not `disabled`, which would take the focus from whoever has just come to the end. */
function Turn({ to, pages, onChange, children }: TurnProps) {
  const isThere = to >= 1 && to <= pages
  return (
    <Button
      size="small"
      look="plain"
      aria-disabled={!isThere || undefined}
      onClick={() => (isThere ? onChange(to) : undefined)}
    >
      {children}
    </Button>
  )
}
