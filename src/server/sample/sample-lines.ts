import { printExact } from '#src/contract/exact-json.ts'
import { asLegacy, type Body, makeAddress, makeOrder, makePhone, makeUUID, makeVehicle, type Order } from './build.ts'
import { handMadeCustomers } from './hand-made.ts'
import { type Random, seededRandom } from './random.ts'
import { COMPANIES, FIRST_NAMES, LAST_NAMES, PLACES } from './word-lists.ts'

const SEED = 20_260_101
const GENERATED = 190
const FIRST_YEAR = 2018
const LAST_YEAR = 2026

/** The sample's dealers. The first belongs to both sample accounts. */
export const sampleDealers = [
  { id: 101, code: '1', uuid: 'nOrthS1deMotorsDealer0000000000000000000101', name: 'Northside Motors' },
  { id: 102, code: '2', uuid: 'lakesh0reAutoDealer00000000000000000000102A', name: 'Lakeshore Auto' },
  { id: 103, code: '3', uuid: 'maple2RidgeGarageDealer0000000000000000103B', name: 'Maple Ridge Garage' },
] as const

/** What the start prints; the sample exists only on loopback. */
export const sampleAccounts = [
  { username: 'demo', password: 'demo-dealership', uuid: 'd3m0-staff-0000-0000-000000000001', name: 'Dana Moreau' },
  { username: 'northside', password: 'northside-only', uuid: 'n0rt-staff-0000-0000-000000000002', name: 'Ana Ruiz' },
] as const
export const sampleService = { username: 'api', password: 'api-sample-key' } as const

/** The sample dealership as lines of an import file. The same on every machine. */
export function* sampleLines(): Generator<string> {
  const dealerUUIDs = sampleDealers.map((dealer) => dealer.uuid)
  for (const { id, uuid, name } of sampleDealers) yield JSON.stringify({ type: 'dealer', id, uuid, name })
  for (const account of sampleAccounts) {
    const own = account.username === 'demo' ? dealerUUIDs : dealerUUIDs.slice(0, 1)
    yield JSON.stringify({ type: 'user', ...account, manager: account.username === 'demo', dealerUUIDs: own })
  }
  yield JSON.stringify({ type: 'service', ...sampleService, dealerUUIDs })
  for (const body of handMadeCustomers()) yield customerLine(body)
  for (const body of generatedCustomers(GENERATED)) yield customerLine(body)
}

/** So many plausible customers at the sample's dealers. The same on every machine. */
export function* generatedCustomers(count: number): Generator<Body> {
  const random = seededRandom(SEED)
  for (let n = 0; n < count; n += 1) yield generatedCustomer(random, n)
}

function customerLine(body: Body): string {
  return printExact({ type: 'customer', ...body })
}

function generatedCustomer(random: Random, n: number): Body {
  const dealer = random.pick(sampleDealers)
  const place = random.pick(PLACES)
  const id = 500_000 + n
  const uuid = makeUUID(random)
  const [fname, lname] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)]
  const mailName = `${fname}.${lname}`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z.]/g, '')
  const vehicles = Array.from({ length: random.between(1, 3) }, (_, index) =>
    makeVehicle(random, id * 10 + index, random.chance(0.15) ? { isValid: false } : {}),
  )
  const address = makeAddress(random, place)
  const orders: Order[] = Array.from({ length: random.between(1, 14) }, (_, index) => {
    const year = random.between(FIRST_YEAR, LAST_YEAR)
    const day = `${year}-${String(random.between(1, year === LAST_YEAR ? 10 : 12)).padStart(2, '0')}-${random.between(10, 28)}`
    const isRecent = year === LAST_YEAR
    return makeOrder(random, {
      id: id * 100 + index,
      dealerId: dealer.id,
      dealerCode: dealer.code,
      customer: { id, uuid },
      vehicle: random.chance(0.9) ? vehicles[random.between(0, vehicles.length - 1)] : undefined,
      day,
      type: random.chance(0.85) ? 'RO' : 'PO',
      status: isRecent && random.chance(0.3) ? 'O' : isRecent && random.chance(0.4) ? 'I' : 'C',
    })
  })
  return {
    errors: [],
    warnings: [],
    customerInfo: {
      id,
      fname,
      lname,
      customerKey: `CK00${id}`,
      uuid,
      company: random.chance(0.12) ? random.pick(COMPANIES) : null,
      dealerId: dealer.id,
      communications: [
        {
          commValue: makePhone(random, place.areaCode),
          commType: 'PHONE',
          commLabel: 'cell',
          preferred: true,
          id: id * 10,
        },
        ...(random.chance(0.8)
          ? [
              {
                commValue: `${mailName}@example.net`,
                commType: 'EMAIL',
                commLabel: 'home',
                preferred: true,
                id: id * 10 + 1,
              },
            ]
          : []),
      ],
      vehicles,
      secondaryCustomerData: [],
    },
    dealerOrderInfoList: orders.sort((a, b) => (b.order_date ?? '').localeCompare(a.order_date ?? '')),
    addressListV2: [address],
    addressList: random.chance(0.6) ? [asLegacy(address, id * 10, dealer.id, place)] : [],
  }
}
