import { LOOK_PARTS, type LookPart } from '#src/contract/desk/look.ts'
import type { Address, LegacyAddress } from '#src/contract/customer.ts'
import { type CustomerAnswer, entriesOf, type Section } from '#src/contract/read-answer.ts'
import { addressLine } from '#src/format/address.ts'
import { customerName, personName } from '#src/format/name.ts'
import { cleanText } from '#src/format/text.ts'
import { vehicleTitle } from '#src/format/vehicle.ts'

/** A thing of the record that may be new or changed when it is looked at again. */
export type RecordThing = {
  /** Which thing it is, whatever it says. */
  key: string
  /** What it says, the same for the same values in whatever order they come. */
  says: string
  /** What people call it. */
  name: string
  /** The UUID of an order, to lead to it. */
  order?: string | undefined
}

/** The things of each part that could be read; a part that was not sent or not readable is left out. */
export function recordThings(answer: CustomerAnswer, home: string): Partial<Record<LookPart, RecordThing[]>> {
  const { info } = answer
  const things: Record<LookPart, RecordThing[] | undefined> = {
    info: info.state === 'read' ? [thing(['info'], info.value, customerName(info.value, ''))] : undefined,
    contacts: each(answer.communications, (item) => thing([item.id, item.commValue], item, cleanText(item.commValue))),
    vehicles: each(answer.vehicles, (car) => thing([car.uuid, car.id, car.vin], car, vehicleTitle(car))),
    linkedCustomers: each(answer.secondaryCustomers, (other) =>
      thing([other.guid, other.customerId, other.customerKey], other, personName(other)),
    ),
    orders: each(answer.orders, (order) => ({
      ...thing(
        [order.dealerOrder_uuid, order.dealerOrder_id, order.order_number],
        order,
        cleanText(order.order_number),
      ),
      order: order.dealerOrder_uuid || undefined,
    })),
    addresses: each(answer.addresses, (address) => addressThing(address.uuid, address, home)),
    legacyAddresses: each(answer.legacyAddresses, (address) => addressThing(address.id, address, home)),
  }
  return Object.fromEntries(
    LOOK_PARTS.flatMap((part) => {
      const list = things[part]
      return list === undefined ? [] : [[part, told(list)]]
    }),
  )
}

/** How many things there are, at most; told without looking at them. */
export function numberOfThings({ communications, vehicles, secondaryCustomers, ...answer }: CustomerAnswer): number {
  const lists = [communications, vehicles, secondaryCustomers, answer.orders, answer.addresses, answer.legacyAddresses]
  return lists.reduce((sum, section) => sum + entriesOf<unknown>(section).length, 1)
}

function each<T>(section: Section<T[]>, toThing: (entry: T) => RecordThing): RecordThing[] | undefined {
  return section.state === 'read' ? entriesOf(section).map(toThing) : undefined
}

function addressThing(id: string | null | undefined, address: Address | LegacyAddress, home: string): RecordThing {
  const line = addressLine(address, home)
  return thing([id, line], address, line)
}

/** Known by the first of its ids that is stated; zero states nothing. */
function thing(ids: readonly (string | null | undefined)[], entry: object, name: string): RecordThing {
  const says = canonical(entry)
  const place = ids.findIndex((id) => id !== undefined && id !== null && id !== '' && id !== '0')
  return { key: place < 0 ? says : `${place}:${ids[place]}`, says, name }
}

/** Things with one key are told apart by which of them they are. */
function told(things: readonly RecordThing[]): RecordThing[] {
  const times = new Map<string, number>()
  return things.map((item) => {
    const time = (times.get(item.key) ?? 0) + 1
    times.set(item.key, time)
    return time === 1 ? item : { ...item, key: `${item.key} ${time}` }
  })
}

/** When something was touched is no change of it, nor is a picture's address, which may have a stamp in it. */
const PASSING = new Set(['updateTS', 'updated_date', 'imageUrl'])

/** Neither the order of fields or entries nor the ways of saying nothing make a difference. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const lasting = Object.entries(value).filter(([name]) => !PASSING.has(name))
    const fields = lasting.map(([name, field]) => [name, canonical(field)] as const)
    const said = fields.filter(([, text]) => text !== '' && text !== '[]')
    return `{${said
      .map(([name, text]) => `${name}:${text}`)
      .sort()
      .join(',')}}`
  }
  return value === undefined || value === null || value === '' ? '' : JSON.stringify(value)
}
