import type { Vehicle } from '#src/contract/customer.ts'
import type { DealerOrder } from '#src/contract/order.ts'
import { entriesOf } from '#src/contract/read-answer.ts'
import { counted } from '#src/format/count.ts'
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
    for (const id of [order.customer_uuid, order.customer_id]) {
      if (isStated(id) && !isPerson(id)) notes.add(`names customer ${id}, who is not among the linked ones`, order)
    }
    if (isStated(order.dealer_id) && dealerIds.size > 0 && !dealerIds.has(order.dealer_id)) {
      notes.add(`names dealer ${order.dealer_id}, which was not searched`, order)
    }
    for (const tender of order.transactions ?? []) {
      if (
        isStated(tender.dealerOrderId) &&
        isStated(order.dealerOrder_id) &&
        tender.dealerOrderId !== order.dealerOrder_id
      ) {
        notes.add(`has a tender of order id ${tender.dealerOrderId}`, order)
      }
      if (isStated(tender.customerId) && !isPerson(tender.customerId)) {
        notes.add(`has a tender of customer ${tender.customerId}, who is not among the linked ones`, order)
      }
    }
  }
  return notes.findings()
}

/** The same thing said of many orders is one finding. */
class Notes {
  readonly #orders = new Map<string, Set<DealerOrder>>()

  add(what: string, order: DealerOrder): void {
    const known = this.#orders.get(what)
    if (known === undefined) this.#orders.set(what, new Set([order]))
    else known.add(order)
  }

  findings(): Finding[] {
    return [...this.#orders].flatMap(([what, orders]): Finding[] => {
      const [first] = orders
      if (first === undefined) return []
      const more = orders.size === 1 ? '' : ` (and ${counted(orders.size - 1, 'more order')})`
      return [
        { rule: 'links', weight: 'identity', reason: `${orderName(first)} ${what}${more}`, place: placeOf(first) },
      ]
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

function vehicleProblem(order: DealerOrder, { byUUID, byId }: VehicleIndex, areSent: boolean): string | undefined {
  const { vehicle_uuid: uuid, vehicle_id: id } = order
  if (!areSent || (!uuid && !isStated(id))) return undefined
  const [named, numbered] = [uuid ? byUUID.get(uuid) : undefined, isStated(id) ? byId.get(id) : undefined]
  if (named !== undefined && numbered !== undefined && !named.some((vehicle) => numbered.includes(vehicle))) {
    return `names two vehicles: UUID ${uuid} and id ${id} are not the same one`
  }
  if (named !== undefined || numbered !== undefined) return undefined
  return `names a vehicle that is not in this customer's list (${uuid ? uuid : `id ${id}`})`
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
