import * as words from '#words/orders'
import type { Vehicle } from '#src/contract/customer.ts'
import type { DealerOrder } from '#src/contract/order.ts'
import type { Session } from '#src/contract/desk/session.ts'
import { type OrderBalance, orderBalance } from '#src/findings/order-balance.ts'
import { formatDate } from '#src/format/date.ts'
import { readDate } from '#src/format/read-date.ts'
import { cleanText, fold } from '#src/format/text.ts'
import { cleanVin } from '#src/format/vin.ts'
import { dealerName } from '#src/customer/look-up/dealer-names.ts'
import { statusLabel, typeLabel } from '#src/customer/record/labels.ts'
import { vehicleFinder } from '#src/findings/vehicle-orders.ts'
import { vehicleTitle } from '#src/format/vehicle.ts'
import { orderAmounts } from '#src/findings/order-amounts.ts'
import { sortableDateOf } from '#src/findings/order-dates.ts'
import type { FilterName } from './orders-address.ts'

/** What a filter compares, and the words for it. */
export type FilterValue = { value: string; label: string }

const NOT_STATED: FilterValue = { value: '-', label: words.notStated() }

/** One choice for all of them: which vehicle it was, nobody here can say. */
const NOT_LISTED: FilterValue = { value: 'not-listed', label: words.notListed() }

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
  #amounts: readonly string[] | undefined

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
    return cleanText(this.order.order_number) || words.withoutNumber()
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
    this.#ordered ??= { date: sortableDateOf(this.order.order_date, this.timeZone) }
    return this.#ordered.date
  }

  get timeZone(): string {
    return this.#surroundings.session.timeZone
  }

  /** The amounts that somebody may look for it by: its own and those of its tenders. */
  get amounts(): readonly string[] {
    this.#amounts ??= orderAmounts(this.order)
    return this.#amounts
  }

  valueOf(name: FilterName): FilterValue {
    switch (name) {
      case 'status':
        return labelled(statusLabel(this.order))
      case 'type':
        return labelled(typeLabel(this.order))
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
    const date = readDate(order.order_date, this.timeZone)
    return fold(
      [
        this.number,
        this.valueOf('status').label,
        this.valueOf('type').label,
        this.valueOf('store').label,
        vehicle === undefined ? '' : `${vehicleTitle(vehicle)} ${cleanVin(vehicle.vin)}`,
        cleanText(order.tag_or_hat),
        cleanText(order.description),
        order.order_date ?? '',
        this.ordered ?? '',
        typeof date === 'object' ? formatDate(date) : '',
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

function labelled(label: ReturnType<typeof statusLabel>): FilterValue {
  return label === undefined ? NOT_STATED : { value: label.value, label: label.text }
}

function vehicleValue(order: DealerOrder, vehicle: Vehicle | undefined): FilterValue {
  if (vehicle !== undefined) {
    const key = vehicle.uuid || vehicle.id || vehicleTitle(vehicle)
    const tail = vehicle.vin ? ` …${cleanVin(vehicle.vin).slice(-8)}` : ''
    return { value: key, label: `${vehicleTitle(vehicle)}${tail}` }
  }
  const stated = order.vehicle_uuid || (order.vehicle_id && order.vehicle_id !== '0' ? order.vehicle_id : '')
  return stated ? NOT_LISTED : { value: '-', label: words.noVehicle() }
}
