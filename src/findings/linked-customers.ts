import type { SecondaryCustomer } from '#src/contract/customer.ts'

/** A linked record, how often it was sent, and whether it is the customer itself. */
export type LinkedCustomer = { customer: SecondaryCustomer; times: number; isSelf: boolean }

/** Linked records without repeats, in their order. Only what is the same in every field is the same record. */
export function linkedCustomers(
  customers: readonly SecondaryCustomer[],
  self: { customerUUID: string; customerKey?: string | null | undefined },
): LinkedCustomer[] {
  const linked = new Map<string, LinkedCustomer>()
  for (const customer of customers) {
    const { guid, customerKey, customerId, fname, lname } = customer
    const key = JSON.stringify([guid, customerKey, customerId, fname, lname].map((part) => part ?? ''))
    const known = linked.get(key)
    if (known !== undefined) known.times += 1
    else linked.set(key, { customer, times: 1, isSelf: isSelf(customer, self) })
  }
  return [...linked.values()]
}

/** By UUID where it is stated, else by the key. */
function isSelf(
  { guid, customerKey }: SecondaryCustomer,
  self: { customerUUID: string; customerKey?: string | null | undefined },
): boolean {
  if (guid) return guid.toLowerCase() === self.customerUUID.toLowerCase()
  return Boolean(customerKey) && customerKey === self.customerKey
}
