/** A dealership with one dealer, one person and one customer, as an import file. */
export const oneCustomer = [
  { type: 'dealer', id: 17, uuid: 'd', name: 'Northside Motors' },
  { type: 'user', uuid: 'u', username: 'ana', name: 'Ana', dealerUUIDs: ['d'], password: 'a long password' },
  { type: 'customer', customerInfo: { uuid: 'c', dealerId: 17, fname: 'Petra', lname: 'Gray' } },
]
  .map((line) => JSON.stringify(line))
  .join('\n')

/** The bodies with which that person signs in, and looks that customer up. */
export const anaSignsIn = JSON.stringify({ username: 'ana', password: 'a long password' })
export const anaLooksUp = JSON.stringify({ requesterUserUUID: 'u', dealerUUIDList: ['d'] })
