import type { Vehicle } from '#src/contract/customer.ts'
import type { DealerOrder } from '#src/contract/order.ts'
import type { Session } from '#src/contract/desk/session.ts'
import { type OrderBalance, orderBalance } from '#src/findings/order-balance.ts'
import { formatWallDate } from '#src/format/date.ts'
import { dealerName } from '#src/customer/look-up/dealer-names.ts'
import { statusLabel, typeLabel } from '#src/customer/record/labels.ts'
import { vehicleFinder } from '#src/findings/vehicle-orders.ts'
import { vehicleTitle } from '#src/format/vehicle.ts'
import { sortableDate } from '#src/findings/order-dates.ts'
import type { FilterName } from './orders-address.ts'

/** What a filter compares, and the words for it. */
export type FilterValue = { value: string; label: string }

const NOT_STATED: FilterValue = { value: '-', label: 'Not stated' }

/** One choice for all of them: which vehicle it was, nobody here can say. */
const NOT_LISTED: FilterValue = { value: 'not-listed', label: 'Not in the vehicle list' }

type Surroundings = { session: Session; vehicleOf: (order: DealerOrder) => Vehicle | undefined }

/** An order with what the table says about it. Worked out when asked for, once: of ten thousand fifty are looked at. */
export class OrderRow {
  readonly order: DealerOrder
  /** Place in the answer: stable, and different even for orders that share a UUID. */
  readonly index: number
  readonly #surroundings: Surroundings
  #balance: OrderBalance | undefined
  #haystack: string | undefined
  #ordered: { date: string | undefined } | undefined

  constructor(order: DealerOrder, index: number, surroundings: Surroundings) {
    this.order = order
    this.index = index
    this.#surroundings = surroundings
  }

  /** Names the order in the address bar. */
  get key(): string {
    return this.order.dealerOrder_uuid || `n${this.index + 1}`
  }

  get number(): string {
    return this.order.order_number?.trim() || 'without number'
  }

  get vehicle(): Vehicle | undefined {
    return this.#surroundings.vehicleOf(this.order)
  }

  get balance(): OrderBalance {
    this.#balance ??= orderBalance(this.order)
    return this.#balance
  }

  /** The order's date where it is one: it sorts as text. */
  get ordered(): string | undefined {
    this.#ordered ??= { date: sortableDate(this.order.order_date) }
    return this.#ordered.date
  }

  valueOf(name: FilterName): FilterValue {
    switch (name) {
      case 'status':
        return labelled(statusLabel(this.order)?.text)
      case 'type':
        return labelled(typeLabel(this.order)?.text)
      case 'vehicle':
        return vehicleValue(this.order, this.vehicle)
      case 'store': {
        const id = this.order.dealer_id
        return id ? { value: id, label: dealerName(this.#surroundings.session, id) } : NOT_STATED
      }
    }
  }

  /** Everything that the text filter looks at, folded. */
  get haystack(): string {
    this.#haystack ??= this.#makeHaystack()
    return this.#haystack
  }

  #makeHaystack(): string {
    const { order, vehicle } = this
    return fold(
      [
        this.number,
        this.valueOf('status').label,
        this.valueOf('type').label,
        this.valueOf('store').label,
        vehicle === undefined ? '' : `${vehicleTitle(vehicle)} ${vehicle.vin ?? ''}`,
        order.tag_or_hat ?? '',
        order.description ?? '',
        order.order_amount ?? '',
        order.order_date ?? '',
        formatWallDate(order.order_date ?? '') ?? '',
        ...(order.transactions ?? []).map((tender) => tender.ccNumber ?? ''),
      ].join('\n'),
    )
  }
}

/** The rows of an answer's orders, in its order. */
export function toOrderRows(
  orders: readonly DealerOrder[],
  vehicles: readonly Vehicle[],
  session: Session,
): OrderRow[] {
  const vehiclesOf = vehicleFinder(vehicles)
  const surroundings = { session, vehicleOf: (order: DealerOrder) => vehiclesOf(order)[0] }
  return orders.map((order, index) => new OrderRow(order, index, surroundings))
}

const PLAIN = /^[\x20-\x7e\n]*$/

/** Folds case and accents, so that what is typed finds what is meant. */
export function fold(text: string): string {
  return (PLAIN.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase()
}

function labelled(text: string | undefined): FilterValue {
  return text === undefined ? NOT_STATED : { value: text, label: text }
}

function vehicleValue(order: DealerOrder, vehicle: Vehicle | undefined): FilterValue {
  if (vehicle !== undefined) {
    const key = vehicle.uuid || vehicle.id || vehicleTitle(vehicle)
    const tail = vehicle.vin ? ` …${vehicle.vin.trim().slice(-8)}` : ''
    return { value: key, label: `${vehicleTitle(vehicle)}${tail}` }
  }
  const stated = order.vehicle_uuid || (order.vehicle_id && order.vehicle_id !== '0' ? order.vehicle_id : '')
  return stated ? NOT_LISTED : { value: '-', label: 'No vehicle' }
}
