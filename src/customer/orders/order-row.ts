import type { Vehicle } from '#src/contract/customer.ts'
import type { DealerOrder } from '#src/contract/order.ts'
import type { Session } from '#src/contract/session.ts'
import { type OrderBalance, orderBalance } from '#src/findings/order-balance.ts'
import { formatWallDate } from '#src/format/date.ts'
import { dealerName, statusLabel, typeLabel } from '../labels.ts'
import { isOrderOf, vehicleTitle } from '../vehicles/vehicle-orders.ts'
import type { FilterName } from './orders-url.ts'

/** An order with what is said about it in the table, worked out once. */
export type OrderRow = {
  order: DealerOrder
  /** Place in the answer: stable, and different even for orders that share a UUID. */
  index: number
  /** Names the order in the address bar. */
  key: string
  number: string
  vehicle: Vehicle | undefined
  balance: OrderBalance
  /** What each filter compares. */
  values: Record<FilterName, { value: string; label: string }>
  /** Everything the text filter looks at, folded. */
  haystack: string
}

const NOT_STATED = { value: '-', label: 'Not stated' }

export function toOrderRows(
  orders: readonly DealerOrder[],
  vehicles: readonly Vehicle[],
  session: Session,
): OrderRow[] {
  return orders.map((order, index) => {
    const vehicle = vehicles.find((candidate) => isOrderOf(candidate, order))
    const number = order.order_number?.trim() || 'without number'
    const values = {
      status: labelled(statusLabel(order)?.text),
      type: labelled(typeLabel(order)?.text),
      vehicle: vehicleValue(order, vehicle),
      store: order.dealer_id ? { value: order.dealer_id, label: dealerName(session, order.dealer_id) } : NOT_STATED,
    }
    return {
      order,
      index,
      key: order.dealerOrder_uuid || `n${index + 1}`,
      number,
      vehicle,
      balance: orderBalance(order),
      values,
      haystack: fold(
        [
          number,
          values.status.label,
          values.type.label,
          values.store.label,
          vehicle === undefined ? '' : `${vehicleTitle(vehicle)} ${vehicle.vin ?? ''}`,
          order.tag_or_hat ?? '',
          order.description ?? '',
          order.order_amount ?? '',
          order.order_date ?? '',
          formatWallDate(order.order_date ?? '') ?? '',
          ...(order.transactions ?? []).map((tender) => tender.ccNumber ?? ''),
        ].join('\n'),
      ),
    }
  })
}

/** Folds case and accents, so that what is typed finds what is meant. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function labelled(text: string | undefined): { value: string; label: string } {
  return text === undefined ? NOT_STATED : { value: text, label: text }
}

function vehicleValue(order: DealerOrder, vehicle: Vehicle | undefined): { value: string; label: string } {
  if (vehicle !== undefined) {
    const key = vehicle.uuid || vehicle.id || vehicleTitle(vehicle)
    const tail = vehicle.vin ? ` …${vehicle.vin.trim().slice(-8)}` : ''
    return { value: key, label: `${vehicleTitle(vehicle)}${tail}` }
  }
  const stated = order.vehicle_uuid || (order.vehicle_id && order.vehicle_id !== '0' ? order.vehicle_id : '')
  return stated ? { value: stated, label: 'Not in the vehicle list' } : { value: '-', label: 'No vehicle' }
}
