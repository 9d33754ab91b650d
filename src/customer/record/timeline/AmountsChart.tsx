import '@mantine/core/styles/Progress.layer.css'
import '@mantine/core/styles/Table.layer.css'
import { Button, Progress, Table } from '@mantine/core'
import { use, useMemo, useState } from 'react'
import * as words from '#words/timeline'
import type { DealerOrder } from '#src/contract/order.ts'
import { type CustomerAnswer, entriesOf } from '#src/contract/read-answer.ts'
import { typeLabel } from '#src/customer/record/labels.ts'
import { OnPaper } from '#src/customer/record/on-paper.ts'
import { useClock } from '#src/customer/record/use-clock.ts'
import { type AmountsByYear, amountsByYear, type YearAmounts } from '#src/findings/amounts-by-year.ts'
import { formatList } from '#src/format/list.ts'
import { formatMoney } from '#src/format/money.ts'
import { useSession } from '#src/session/session-context.ts'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import classes from './AmountsChart.module.css'

/** So many years are shown until somebody wants more; paper has all. */
const SHOWN_YEARS = 8

/** What the orders come to by year and kind: bars, and the same figures in the same table. */
export function AmountsChart({ answer }: { answer: CustomerAnswer }) {
  const clock = useClock()
  const [isAll, setIsAll] = useState(use(OnPaper))
  const amounts = useMemo(() => amountsByYear(entriesOf(answer.orders), kindOf, clock), [answer, clock])
  const { kinds, years, leftOut } = amounts
  if (years.length === 0) return null
  const shown = isAll ? years : years.slice(0, SHOWN_YEARS)
  const largest = Math.max(...years.map((year) => drawn(year, kinds).reduce((sum, { amount }) => sum + amount, 0)))
  return (
    <TitledCard title={words.amountsByYear()}>
      <Table role="table" className={classes.table} aria-label={words.amountsTable()}>
        <thead role="rowgroup" className={classes.head}>
          <tr role="row">
            <th role="columnheader" scope="col">
              {words.year()}
            </th>
            <td aria-hidden="true" />
            {kinds.map((kind, place) => (
              <th role="columnheader" scope="col" key={kind} className={classes.figure}>
                <Kind name={kind} place={place} />
              </th>
            ))}
            <th role="columnheader" scope="col" className={classes.figure}>
              {words.total()}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((year) => (
            <Year key={year.year} year={year} kinds={kinds} largest={largest} />
          ))}
        </tbody>
      </Table>
      <p className={classes.note}>{leftOutWords(leftOut)}</p>
      {shown.length === years.length ? null : (
        <Button size="xs" variant="default" className={classes.more} onClick={() => setIsAll(true)}>
          {words.showAllYears({ count: years.length })}
        </Button>
      )}
    </TitledCard>
  )
}

function Year({ year, kinds, largest }: { year: YearAmounts; kinds: readonly string[]; largest: number }) {
  const { currency } = useSession()
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className={classes.year}>
        {year.year}
      </th>
      {/* The figures beside it say the same. */}
      <td aria-hidden="true" className={classes.bar}>
        <Progress.Root className={classes.track} radius={3}>
          {drawn(year, kinds).map(({ kind, amount }) => (
            <Progress.Section
              key={kind}
              value={largest === 0 ? 0 : (amount / largest) * 100}
              withAria={false}
              className={classes.section}
              data-pattern={kinds.indexOf(kind)}
            />
          ))}
        </Progress.Root>
      </td>
      {kinds.map((kind, place) => {
        const amount = year.byKind.get(kind)
        return (
          <td role="cell" key={kind} className={classes.figure} data-none={amount === undefined || undefined}>
            <span className={classes.label} aria-hidden="true">
              <Kind name={kind} place={place} />
            </span>
            <span translate="no">{amount === undefined ? '—' : formatMoney(amount, currency)}</span>
          </td>
        )
      })}
      <td role="cell" className={classes.total} translate="no">
        {formatMoney(year.total, currency)}
      </td>
    </tr>
  )
}

/** A kind with the pattern of its bars, so that no color has to be told from another. */
function Kind({ name, place }: { name: string; place: number }) {
  return (
    <span className={classes.kind}>
      <span className={classes.swatch} data-pattern={place} aria-hidden="true" />
      <bdi>{name}</bdi>
    </span>
  )
}

function kindOf(order: DealerOrder): string {
  return typeLabel(order)?.text ?? words.kindNotStated()
}

/** What of a year can be drawn: a sum below zero, as refunds make one, has no length. Bars need no exact cents. */
function drawn({ byKind }: YearAmounts, kinds: readonly string[]): { kind: string; amount: number }[] {
  return kinds.map((kind) => ({ kind, amount: Number(byKind.get(kind) ?? 0) })).filter(({ amount }) => amount > 0)
}

/** In the words of the sums elsewhere on the page. */
function leftOutWords({ noAmount, noDate, inFuture }: AmountsByYear['leftOut']): string {
  const parts = [
    noAmount === 0 ? '' : words.noAmount({ count: noAmount }),
    noDate === 0 ? '' : words.noDateOf({ count: noDate }),
    inFuture === 0 ? '' : words.futureOrders({ count: inFuture }),
  ].filter((part) => part !== '')
  return parts.length === 0 ? words.sums() : words.sumsLeftOut({ parts: formatList(parts) })
}
