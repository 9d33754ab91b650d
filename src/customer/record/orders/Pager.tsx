import { Button } from '@mantine/core'
import { memo } from 'react'
import * as words from '#words/orders'
import classes from './Pager.module.css'
import { stepButton } from '#src/ui/at-end.ts'
import { formatCount } from '#src/format/count.ts'

type Props = { page: number; pages: number; orders: number; onChange: (page: number) => void }

/** Steps through the pages of a long list. */
export const Pager = memo(function Pager({ page, pages, orders, onChange }: Props) {
  return (
    <nav className={classes.pager} aria-label={words.pages()}>
      <Button size="xs" variant="default" {...stepButton(page <= 1, () => onChange(page - 1))}>
        {words.previousPage()}
      </Button>
      <span aria-current="page">{words.pageOf({ page: String(page), pages: String(pages) })}</span>
      <Button size="xs" variant="default" {...stepButton(page >= pages, () => onChange(page + 1))}>
        {words.nextPage()}
      </Button>
      <p className={classes.note}>{words.pagerNote({ count: formatCount(orders) })}</p>
    </nav>
  )
})
