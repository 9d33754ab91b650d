import * as words from '#words/orders'
import type { ReactNode } from 'react'
import { OrderStatus } from '#src/customer/record/OrderStatus.tsx'
import { dateCell, TextValue } from '#src/customer/record/values.tsx'
import { formatMoney } from '#src/format/money.ts'
import type { Clock } from '#src/format/read-date.ts'
import { cleanText } from '#src/format/text.ts'
import { cleanVin } from '#src/format/vin.ts'
import { vehicleTitle } from '#src/format/vehicle.ts'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import type { OrderRow } from './order-row.ts'
import type { SortKey } from './orders-address.ts'
import classes from './OrdersTable.module.css'

/** What the cells of a whole table share. */
export type CellSurroundings = { currency: string; clock: Clock }

/** Functions, not components: a page of rows has five hundred cells. */
export function orderCell(key: SortKey, row: OrderRow, { currency, clock }: CellSurroundings): ReactNode {
  const { order } = row
  switch (key) {
    case 'number':
      return cleanText(order.order_number) || <EmptyValue says={words.noNumber()} />
    case 'status':
      return OrderStatus({ order })
    case 'type': {
      const { value, label } = row.valueOf('type')
      return value === '-' ? <EmptyValue says={words.typeNotSent()} /> : label
    }
    case 'vehicle':
      return vehicleCell(row)
    case 'tag':
      return TextValue({ value: order.tag_or_hat })
    case 'ordered':
      return dateCell(order.order_date, clock)
    case 'closed':
      return dateCell(order.close_date, clock)
    case 'amount':
      return order.order_amount ? formatMoney(order.order_amount, currency) : <EmptyValue />
    case 'tenders':
      return tendersCell(row, currency)
    case 'dealer':
      return row.valueOf('store').label
  }
}

function vehicleCell(row: OrderRow): ReactNode {
  const { vehicle } = row
  if (vehicle === undefined) return <span className={classes.quiet}>{row.valueOf('vehicle').label.toLowerCase()}</span>
  const vin = cleanVin(vehicle.vin)
  return (
    <>
      <span>{vehicleTitle(vehicle)}</span>
      {vin === '' ? null : (
        <small className={classes.vin}>
          <span>…</span>
          <b>{vin.slice(-8)}</b>
        </small>
      )}
    </>
  )
}

function tendersCell({ balance }: OrderRow, currency: string): ReactNode {
  if (balance.state === 'none-listed') return words.noneListed()
  return balance.tenders === undefined ? (
    <EmptyValue says={words.notAddable()} />
  ) : (
    formatMoney(balance.tenders, currency)
  )
}
