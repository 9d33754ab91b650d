import * as words from '#words/findings'
import type { Vehicle } from '#src/contract/customer.ts'
import type { DealerOrder } from '#src/contract/order.ts'
import { entriesOf } from '#src/contract/read-answer.ts'
import { grouped } from './grouped.ts'
import { type Examined, type Finding, isStated } from './finding.ts'
import { orderName, placeOf } from './order-tenders.ts'

/** Orders and tenders that name a vehicle, a customer, a dealer or an order that is not the one they stand with. */
export function brokenLinks(examined: Examined): Finding[] {
  const { answer, dealerIds } = examined
  const vehicles = vehicleIndex(entriesOf(answer.vehicles))
  const isPerson = personIndex(examined)
  const notes = new Notes()
  for (const order of entriesOf(answer.orders)) {
    const vehicle = vehicleProblem(order, vehicles, answer.vehicles.state === 'read')
    if (vehicle !== undefined) notes.add(vehicle, order)
    const { dealer_id: dealer } = order
    for (const id of [order.customer_uuid, order.customer_id]) {
      if (isStated(id) && !isPerson(id)) notes.add((name) => words.namesCustomer({ order: name, id }), order)
    }
    if (isStated(dealer) && dealerIds.size > 0 && !dealerIds.has(dealer)) {
      notes.add((name) => words.namesDealer({ order: name, id: dealer }), order)
    }
    for (const { dealerOrderId: of, customerId: id } of order.transactions ?? []) {
      if (isStated(of) && isStated(order.dealerOrder_id) && of !== order.dealerOrder_id) {
        notes.add((name) => words.tenderOfOrderId({ order: name, id: of }), order)
      }
      if (isStated(id) && !isPerson(id)) notes.add((name) => words.tenderOfCustomer({ order: name, id }), order)
    }
  }
  return notes.findings()
}

/** What is said of an order, given its name. */
type Said = (name: string) => string

/** The same thing said of many orders is one finding. */
class Notes {
  readonly #notes = new Map<string, { said: Said; orders: Set<DealerOrder> }>()

  add(said: Said, order: DealerOrder): void {
    const what = said('')
    const known = this.#notes.get(what)
    if (known === undefined) this.#notes.set(what, { said, orders: new Set([order]) })
    else known.orders.add(order)
  }

  findings(): Finding[] {
    return [...this.#notes.values()].flatMap(({ said, orders }): Finding[] => {
      const [first] = orders
      if (first === undefined) return []
      const one = said(orderName(first))
      const reason = orders.size === 1 ? one : words.andMoreOrders({ reason: one, count: orders.size - 1 })
      return [{ rule: 'links', weight: 'identity', reason, place: placeOf(first) }]
    })
  }
}

type VehicleIndex = ReturnType<typeof vehicleIndex>

/** A list may have the same UUID or id several times. */
function vehicleIndex(vehicles: readonly Vehicle[]) {
  return {
    byUUID: grouped(vehicles, ({ uuid }) => uuid || undefined),
    byId: grouped(vehicles, ({ id }) => (isStated(id) ? id : undefined)),
  }
}

function vehicleProblem(order: DealerOrder, { byUUID, byId }: VehicleIndex, areSent: boolean): Said | undefined {
  const { vehicle_uuid: uuid, vehicle_id: id } = order
  if (!areSent || (!uuid && !isStated(id))) return undefined
  const [named, numbered] = [uuid ? byUUID.get(uuid) : undefined, isStated(id) ? byId.get(id) : undefined]
  if (
    uuid &&
    isStated(id) &&
    named !== undefined &&
    numbered !== undefined &&
    !named.some((vehicle) => numbered.includes(vehicle))
  ) {
    return (name) => words.twoVehicles({ order: name, uuid, id })
  }
  if (named !== undefined || numbered !== undefined) return undefined
  const vehicle = uuid ? uuid : words.vehicleId({ id: id ?? '' })
  return (name) => words.unlistedVehicle({ order: name, vehicle })
}

/** The customer and those linked, by any of their ids. */
function personIndex({ answer, customerUUID }: Examined): (id: string) => boolean {
  const info = answer.info.state === 'read' ? answer.info.value : {}
  const known = new Set(
    [
      customerUUID,
      info.uuid,
      info.id,
      ...entriesOf(answer.secondaryCustomers).flatMap(({ guid, customerId }) => [guid, customerId]),
    ]
      .filter(isStated)
      .map((id) => id.toLowerCase()),
  )
  // Without an id of the customer's own, nothing can be said about ids.
  return (id) => known.has(id.toLowerCase()) || (/^\d+$/.test(id) && !isStated(info.id))
}
