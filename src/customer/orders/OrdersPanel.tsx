import { memo, useEffect, useMemo, useRef } from 'react'
import { useSession } from '#src/api/session-context.ts'
import type { DealerOrder } from '#src/contract/order.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { formatCount } from '#src/format/count.ts'
import { formatMoney } from '#src/format/money.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { Banner } from '#src/ui/Banner.tsx'
import { listOf } from '../customer-facts.ts'
import { type CustomerSearch, customerPath } from '../customer-url.ts'
import { counted } from '../labels.ts'
import { SectionState } from '../SectionState.tsx'
import { ORDER_COLUMNS } from './order-columns.ts'
import { filterRows, sumAmounts } from './order-filter.ts'
import { type OrderRow, toOrderRows } from './order-row.ts'
import { sortRows } from './order-sort.ts'
import { OrdersExport } from './OrdersExport.tsx'
import { OrdersFilters } from './OrdersFilters.tsx'
import { OrdersViewMenu } from './OrdersViewMenu.tsx'
import { OrdersTable } from './OrdersTable.tsx'
import { Pager } from './Pager.tsx'
import { noFilter, type Sort } from './orders-url.ts'
import { useInViewOnce } from './use-in-view-once.ts'
import { useOrdersView } from './use-orders-view.ts'
import classes from './OrdersPanel.module.css'
import { Button } from '#src/ui/Button.tsx'
import { Link } from '#src/ui/Link.tsx'
import { afterPaint } from '#src/ui/use-after-paint.ts'
import { useStable } from '#src/ui/use-stable.ts'

/** A page of rows that is quick to draw and can be walked by a screen reader. */
const PAGE_ROWS = 50

type Props = {
  answer: CustomerAnswer
  search: CustomerSearch
  isPrinting: boolean
}

/** All orders of the answer, with their transactions. */
export const OrdersPanel = memo(function OrdersPanel({ answer, search, isPrinting }: Props) {
  return (
    <div className={classes.panel}>
      {search.excludeOrderType ? (
        <p className={classes.scope}>
          Asked with the order type excluded: the answer says of no order what type it is.{' '}
          <Link to={customerPath({ ...search, excludeOrderType: false }, 'orders')}>Ask again without it</Link>
        </p>
      ) : null}
      <SectionState
        section={answer.orders}
        noun="orders"
        hint={
          <p className={classes.scope}>
            An order that the DMS sent without this customer's key never arrives here. Orders of dealers that were not
            asked are not shown either.
          </p>
        }
      >
        {(orders) => <Orders orders={orders} answer={answer} isPrinting={isPrinting} />}
      </SectionState>
    </div>
  )
})

type OrdersProps = { orders: readonly DealerOrder[]; answer: CustomerAnswer; isPrinting: boolean }

function Orders({ orders, answer, isPrinting }: OrdersProps) {
  const session = useSession()
  const { view, change, typeText, isTyping } = useOrdersView()
  const rows = useMemo(() => toOrderRows(orders, listOf(answer.vehicles), session), [orders, answer.vehicles, session])
  const { text, chosen } = view
  const matching = useMemo(() => filterRows(rows, { text, chosen }), [rows, text, chosen])
  const { key: sortKey, isDescending } = view.sort
  const shown = useMemo(() => sortRows(matching, { key: sortKey, isDescending }), [matching, sortKey, isDescending])
  useReadOutCount(matching.length, rows.length, JSON.stringify([text, chosen]))
  const announce = useAnnounce()

  const pages = Math.max(1, Math.ceil(shown.length / PAGE_ROWS))
  // What is being typed may let through other rows than those that the address counts its pages by.
  const page = Math.min((isTyping ? undefined : view.page) ?? pageOf(shown, view.open), pages)
  const onPage = useMemo(() => shown.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS), [shown, page])
  const sort = useStable((next: Sort) => {
    change({ sort: next, page: pages > 1 ? 1 : undefined })
    // The rows first.
    afterPaint(() =>
      announce(`Sorted by ${ORDER_COLUMNS[next.key].header}, ${next.isDescending ? 'descending' : 'ascending'}`),
    )
  })
  const turn = useStable((next: number) => {
    change({ page: next })
    const last = Math.min(next * PAGE_ROWS, shown.length)
    afterPaint(() => announce(`Page ${next}, orders ${(next - 1) * PAGE_ROWS + 1} to ${last}`))
  })
  const toggle = useStable((key: string) => {
    const open = view.open.includes(key) ? view.open.filter((other) => other !== key) : [...view.open, key]
    change({ open, page: pageOf(shown, open) === page ? undefined : page })
  })
  const isOpen = view.open.length > 0
  useInViewOnce(answer, view.open.at(-1), isPrinting)
  const unknown = isOpen ? view.open.filter((key) => !rows.some((row) => row.key === key)) : []
  const hidden = isOpen
    ? view.open.filter((key) => !unknown.includes(key) && !matching.some((row) => row.key === key))
    : []
  return (
    <>
      <div className={classes.tools}>
        <OrdersFilters rows={rows} text={text} chosen={chosen} onText={typeText} onChange={change} />
        <OrdersViewMenu view={view} onChange={change} onSort={sort} />
        <OrdersExport shown={shown} total={rows.length} />
        <Summary shown={matching} total={rows.length} currency={session.currency} />
      </div>
      {unknown.length === 0 ? null : (
        <Banner tone="hint" title="The order that the link names is not among the orders of this answer">
          <Button
            size="small"
            look="plain"
            onClick={() => change({ open: view.open.filter((key) => !unknown.includes(key)) })}
          >
            Correct the address
          </Button>
        </Banner>
      )}
      {hidden.length === 0 ? null : (
        <Banner tone="hint" title="The filter hides an order that is open">
          <Button size="small" look="plain" onClick={() => change(noFilter)}>
            Clear all
          </Button>
        </Banner>
      )}
      {shown.length === 0 ? (
        <p className={classes.nothing}>
          No order matches this filter.{' '}
          <Button size="small" look="plain" onClick={() => change(noFilter)}>
            Clear filters
          </Button>
        </p>
      ) : (
        <>
          <OrdersTable
            rows={onPage}
            printed={isPrinting ? shown : undefined}
            view={view}
            onSort={sort}
            onToggle={toggle}
          />
          {pages > 1 ? <Pager page={page} pages={pages} orders={shown.length} onChange={turn} /> : null}
        </>
      )}
    </>
  )
}

/** Says how many orders a changed filter lets through. */
function useReadOutCount(matching: number, total: number, filter: string): void {
  const announce = useAnnounce()
  const said = useRef(filter)
  // The live region is outside this component; it changes when the filter has been applied.
  useEffect(() => {
    if (said.current === filter) return
    said.current = filter
    announce(`${formatCount(matching)} of ${counted(total, 'order')} shown`)
  }, [matching, total, filter, announce])
}

/** The page that holds the order opened last, so that a link shows it; else the first. */
function pageOf(shown: readonly OrderRow[], open: readonly string[]): number {
  const last = open.at(-1)
  const index = last === undefined ? -1 : shown.findIndex((row) => row.key === last)
  return index < 0 ? 1 : Math.floor(index / PAGE_ROWS) + 1
}

const Summary = memo(function Summary({
  shown,
  total,
  currency,
}: {
  shown: readonly OrderRow[]
  total: number
  currency: string
}) {
  const sum = useMemo(() => sumAmounts(shown), [shown])
  const count =
    shown.length === total ? counted(total, 'order') : `${formatCount(shown.length)} of ${counted(total, 'order')}`
  return (
    <p className={classes.summary}>
      {count} · {formatMoney(sum.amount, currency)}
      {sum.missing === 0 ? '' : ` (${sum.missing} without an amount)`}
    </p>
  )
})
