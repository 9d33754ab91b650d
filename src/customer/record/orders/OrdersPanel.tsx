import * as words from '#words/orders'
import { Button, Paper } from '@mantine/core'
import { useTable } from '@tanstack/react-table'
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import type { DealerOrder } from '#src/contract/order.ts'
import { type CustomerAnswer, entriesOf } from '#src/contract/read-answer.ts'
import { type CustomerSearch, customerPath } from '#src/customer/look-up/customer-address.ts'
import { SectionState } from '#src/customer/record/SectionState.tsx'
import { sumOfOrders } from '#src/findings/order-amounts.ts'
import { formatCount } from '#src/format/count.ts'
import { formatMoney } from '#src/format/money.ts'
import { useSession } from '#src/session/session-context.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { Banner } from '#src/ui/Banner.tsx'
import { lazyPart } from '#src/ui/LazyPart.tsx'
import { Link } from '#src/ui/Link.tsx'
import { ORDER_COLUMNS } from './order-columns.ts'
import { type OrderRow, toOrderRows } from './order-row.ts'
import { orderTableOptions, orderTableState } from './order-table.ts'
import { noFilter, type Sort, type SortKey } from './orders-address.ts'
import { OrdersTable } from './OrdersTable.tsx'
import { Pager } from './Pager.tsx'
import { useOrdersView } from './use-orders-view.ts'
import { useRevealLinked } from '#src/customer/record/use-reveal-linked.ts'
import classes from './OrdersPanel.module.css'

const OrdersTools = lazyPart(
  words.filtersPart(),
  async () => (await import('./OrdersTools.tsx')).OrdersTools,
  <div className={classes.toolsPlace} />,
)

type Props = { answer: CustomerAnswer; search: CustomerSearch }

/** All orders of the answer, with their transactions. */
export function OrdersPanel({ answer, search }: Props) {
  return (
    <div className={classes.panel}>
      {search.excludeOrderType ? (
        <p className={classes.scope}>
          {words.typeExcluded()}{' '}
          <Link to={customerPath({ ...search, excludeOrderType: false }, 'orders')}>{words.searchWithType()}</Link>
        </p>
      ) : null}
      <SectionState
        section={answer.orders}
        noun={words.noun()}
        hint={<p className={classes.scope}>{words.neverArrives()}</p>}
      >
        {(orders) => <Orders orders={orders} answer={answer} />}
      </SectionState>
    </div>
  )
}

type OrdersProps = { orders: readonly DealerOrder[]; answer: CustomerAnswer }

function Orders({ orders, answer }: OrdersProps) {
  const session = useSession()
  const { view: latest, change, typeText, settleText } = useOrdersView()
  // What is pressed shows at once; the rows follow, and give way to the next press.
  const view = useDeferredValue(latest)
  const rows = useMemo(
    () => toOrderRows(orders, entriesOf(answer.vehicles), session),
    [orders, answer.vehicles, session],
  )
  const state = useMemo(() => orderTableState(view), [view])
  const table = useTable({ ...orderTableOptions, data: rows, state })
  const { rows: sorted } = table.getRowModel()
  const shown = useMemo(() => sorted.map((row) => row.original), [sorted])
  const columns = table.getVisibleLeafColumns().map((column) => column.id as SortKey)

  const { pageSize } = view
  const pages = Math.max(1, Math.ceil(shown.length / pageSize))
  const page = Math.min(view.page ?? pageOf(shown, view.open, pageSize), pages)
  const onPage = useMemo(() => shown.slice((page - 1) * pageSize, page * pageSize), [shown, page, pageSize])
  const sort = useCallback((next: Sort) => change({ sort: next, page: pages > 1 ? 1 : undefined }), [change, pages])
  const toggle = useCallback(
    (key: string) =>
      change(({ open }) => ({
        open: open.includes(key) ? open.filter((other) => other !== key) : [...open, key],
        page: pages > 1 ? page : undefined,
      })),
    [change, page, pages],
  )
  const turn = useCallback((next: number) => change({ page: next }), [change])
  useReadOutView(view, shown.length, rows.length, page)
  useRevealLinked(view.open.at(-1), view === latest)
  return (
    <>
      <div className={classes.tools}>
        <OrdersTools
          rows={rows}
          shown={shown}
          view={latest}
          onText={typeText}
          onTextSettled={settleText}
          onChange={change}
          onSort={sort}
        />
        <Summary shown={shown} total={rows.length} currency={session.currency} />
      </div>
      {view.open.length === 0 ? null : <OpenHints rows={rows} shown={shown} open={view.open} onChange={change} />}
      {shown.length === 0 ? (
        <Paper withBorder radius={12} component="p" className={classes.nothing}>
          {words.noneMatches()}{' '}
          <Button size="xs" variant="default" onClick={() => change(noFilter)}>
            {words.clearFilters()}
          </Button>
        </Paper>
      ) : (
        <>
          <OrdersTable
            rows={onPage}
            columns={columns}
            view={view}
            sort={latest.sort}
            isBusy={view !== latest}
            onSort={sort}
            onToggle={toggle}
          />
          {pages > 1 ? <Pager page={page} pages={pages} orders={shown.length} onChange={turn} /> : null}
        </>
      )}
    </>
  )
}

type HintProps = {
  rows: readonly OrderRow[]
  shown: readonly OrderRow[]
  open: readonly string[]
  onChange: ReturnType<typeof useOrdersView>['change']
}

/** Why an order that the address names is not to be seen. */
function OpenHints({ rows, shown, open, onChange }: HintProps) {
  const unknown = open.filter((key) => !rows.some((row) => row.key === key))
  const isHidden = open.some((key) => !unknown.includes(key) && !shown.some((row) => row.key === key))
  return (
    <>
      {unknown.length === 0 ? null : (
        <Banner tone="hint" title={words.linkedNotThere()}>
          <Button
            size="xs"
            variant="default"
            onClick={() => onChange({ open: open.filter((key) => !unknown.includes(key)) })}
          >
            {words.correctAddress()}
          </Button>
        </Banner>
      )}
      {isHidden ? (
        <Banner tone="hint" title={words.filterHidesOpen()}>
          <Button size="xs" variant="default" onClick={() => onChange(noFilter)}>
            {words.clearAll()}
          </Button>
        </Banner>
      ) : null}
    </>
  )
}

/** Says what a changed filter, sort or page has come to. */
function useReadOutView(view: ReturnType<typeof useOrdersView>['view'], matching: number, total: number, page: number) {
  const announce = useAnnounce()
  const filter = JSON.stringify([view.text, view.chosen])
  const column = ORDER_COLUMNS[view.sort.key].header
  const sort = view.sort.isDescending ? words.sortedDescending({ column }) : words.sortedAscending({ column })
  const said = useRef({ filter, sort, page })
  // The live region is outside this component; it changes when the rows have changed.
  useEffect(() => {
    const before = said.current
    said.current = { filter, sort, page }
    if (before.filter !== filter) announce(words.someShown({ shown: formatCount(matching), count: total }))
    else if (before.sort !== sort) announce(sort)
    else if (before.page !== page) {
      const last = Math.min(page * view.pageSize, matching)
      announce(words.pageShows({ page, first: (page - 1) * view.pageSize + 1, last }))
    }
  }, [filter, sort, page, view.pageSize, matching, total, announce])
}

/** The page that holds the order opened last, so that a link shows it; else the first. */
function pageOf(shown: readonly OrderRow[], open: readonly string[], pageSize: number): number {
  const last = open.at(-1)
  const index = last === undefined ? -1 : shown.findIndex((row) => row.key === last)
  return index < 0 ? 1 : Math.floor(index / pageSize) + 1
}

type SummaryProps = { shown: readonly OrderRow[]; total: number; currency: string }

const Summary = memo(function Summary({ shown, total, currency }: SummaryProps) {
  const sum = useMemo(() => sumOfOrders(shown.map(({ order }) => order)), [shown])
  const isAll = shown.length === total
  const orders = isAll
    ? words.count({ count: total })
    : words.someOf({ shown: formatCount(shown.length), count: total })
  const { missing } = sum
  const amount = formatMoney(sum.amount, currency)
  return (
    <p className={classes.summary}>
      {missing === 0 ? words.summary({ orders, amount }) : words.summaryMissing({ orders, amount, missing })}
    </p>
  )
})
