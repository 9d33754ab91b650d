import {
  asLegacy,
  bigId,
  type Body,
  type Communication,
  type Info,
  makeAddress,
  makeOrder,
  makePhone,
  makeTender,
  makeVehicle,
  makeVin,
  type Order,
  type OrderWish,
} from './build.ts'
import { type Random, seededRandom } from './random.ts'
import { sampleCustomers } from './sample-links.ts'
import { PLACES } from './word-lists.ts'

const [COLUMBUS] = PLACES
const DEALER = { dealerId: 101, dealerCode: '1' }

type Builder = {
  random: Random
  id: number
  uuid: string
  info: (over: Partial<Info>) => Info
  order: (over: OrderOver) => Order
}
type OrderOver = Partial<Omit<OrderWish, 'id' | 'customer'>> & { n: number; set?: Partial<Order> }

/** One customer for each state that the page has to show well. */
export function handMadeCustomers(): Body[] {
  return [
    regular(builder('regular', 1)),
    fleet(builder('fleet', 2)),
    warnings(builder('warnings', 3)),
    companyOnly(builder('companyOnly', 4)),
    noVehicles(builder('noVehicles', 5)),
    manyVehicles(builder('manyVehicles', 6)),
    refunds(builder('refunds', 7)),
    unpaid(builder('unpaid', 8)),
    legacyAddressOnly(builder('legacyAddress', 9)),
    longName(builder('longName', 10)),
    nulls(builder('nulls', 11)),
    pastVehicle(builder('pastVehicle', 12)),
    household(builder('household', 13)),
  ]
}

function builder(name: keyof typeof sampleCustomers, n: number): Builder {
  const random = seededRandom(9000 + n)
  const id = 400_000 + n
  const uuid = sampleCustomers[name]
  return {
    random,
    id,
    uuid,
    info: (over) => ({
      id,
      fname: null,
      lname: null,
      customerKey: `CK00${id}`,
      uuid,
      company: null,
      dealerId: DEALER.dealerId,
      communications: [],
      vehicles: [],
      secondaryCustomerData: [],
      ...over,
    }),
    order: ({ n: number, set, ...wish }) =>
      makeOrder(
        random,
        {
          ...DEALER,
          id: id * 100 + number,
          customer: { id, uuid },
          vehicle: undefined,
          day: '2025-06-12',
          type: 'RO',
          status: 'C',
          ...wish,
        },
        set,
      ),
  }
}

function contacts(random: Random, name: string): Communication[] {
  return [
    { commValue: makePhone(random, '614'), commType: 'PHONE', commLabel: 'cell', preferred: true, id: 71 },
    { commValue: makePhone(random, '614'), commType: 'PHONE', commLabel: 'work', preferred: false, id: 72 },
    { commValue: `${name}@example.com`, commType: 'EMAIL', commLabel: 'home', preferred: true, id: 73 },
  ]
}

function regular({ random, info, order, id, uuid }: Builder): Body {
  const cars = [
    makeVehicle(random, 8101, {
      ...{ make: 'Honda', model: 'CR-V', trim: 'EX-L', bodyStyle: 'SUV', engine: '1.5L I4 Turbo' },
      year: '2021',
      vin: makeVin(random, '2HK', 2021),
    }),
    makeVehicle(random, 8102),
  ]
  const [car, truck] = cars
  const home = makeAddress(random, COLUMBUS)
  const wish = {
    ...DEALER,
    id: id * 100 + 12,
    customer: { id, uuid },
    vehicle: car,
    day: '',
    type: 'RO',
    status: 'O',
  } as const
  const days = [
    '2019-03-04',
    '2020-02-17',
    '2021-08-30',
    '2022-05-11',
    '2023-01-19',
    '2023-09-05',
    '2024-04-22',
    '2025-02-14',
    '2025-02-22',
  ]
  return {
    errors: [],
    warnings: [],
    customerInfo: info({
      fname: 'Helena',
      lname: 'Brandt-Osei',
      company: 'Juniper Street Pottery',
      communications: contacts(random, 'helena'),
      vehicles: cars,
    }),
    dealerOrderInfoList: [
      order({
        n: 12,
        vehicle: car,
        day: '2026-10-27',
        status: 'O',
        set: {
          order_amount: 812.1,
          tag_or_hat: 'T205',
          transactions: [
            makeTender(random, wish, 0, 250, { ccNumber: '4242', transactionTypeId: 3 }),
            makeTender(random, wish, 1, 150, { ccNumber: null, transactionTypeId: 1 }),
          ],
        },
      }),
      order({
        n: 11,
        vehicle: truck,
        day: '2026-11-18',
        status: 'O',
        set: { order_amount: 2542.01, tag_or_hat: 'T118' },
      }),
      ...days.map((day, index) =>
        order({
          n: 10 - index,
          vehicle: index % 2 ? truck : car,
          day,
          status: index > 6 ? 'I' : 'C',
          type: index === 4 ? 'PO' : 'RO',
        }),
      ),
    ],
    addressListV2: [home],
    addressList: [asLegacy(home, 9101, DEALER.dealerId, COLUMBUS)],
  }
}

function fleet({ random, info, order }: Builder): Body {
  const vans = Array.from({ length: 7 }, (_, index) =>
    makeVehicle(random, 8200 + index, {
      ...{ make: 'Ford', model: 'Transit 250', bodyStyle: 'Van', trim: 'Cargo', engine: '3.5L V6' },
      year: String(2018 + index),
      vin: makeVin(random, '1FT', 2018 + index),
    }),
  )
  const address = makeAddress(random, COLUMBUS, {
    line1: '3781 Freight Yard Rd',
    addressType: 'OFFICE',
    type: 'BILLING',
  })
  return {
    errors: [],
    warnings: [],
    customerInfo: info({
      fname: 'Marisol',
      lname: 'Whitaker',
      company: 'Northbank Logistics LLC',
      communications: contacts(random, 'fleet'),
      vehicles: vans,
    }),
    dealerOrderInfoList: Array.from({ length: 60 }, (_, index) => {
      const month = (59 - index) % 12
      const day = `${2026 - Math.floor(index / 12)}-${String(Math.min(month, 10) + 1).padStart(2, '0')}-${10 + (index % 18)}`
      const status = index < 3 ? 'O' : index < 9 ? 'I' : 'C'
      return order({
        n: 60 - index,
        vehicle: vans[index % vans.length],
        day,
        status,
        type: index % 5 === 4 ? 'PO' : 'RO',
      })
    }),
    addressListV2: [address],
    addressList: [],
  }
}

function warnings({ random, info, order }: Builder): Body {
  const vehicle = makeVehicle(random, 8301)
  const home = makeAddress(random, COLUMBUS, {
    line1: '429 East Figueroa Street',
    line2: 'Apartment 1',
    type: 'PRIMARY',
  })
  const moved = makeAddress(random, COLUMBUS, {
    line1: '77 Kestrel Ln',
    type: 'OTHER',
    isPreferred: false,
    isValid: false,
    addressType: 'SEASONAL',
  })
  return {
    errors: [],
    warnings: [
      {
        warningCode: 10016,
        warningTitle: 'INVALID_PHONE_FIELDS',
        warningMessage: 'One of the phone numbers has fields that are empty or not allowed.',
      },
      {
        warningCode: 10031,
        warningTitle: 'ADDRESS_NOT_VALIDATED',
        warningMessage: 'An address could not be validated.',
      },
    ],
    customerInfo: info({
      fname: 'Tobias',
      lname: 'Ferreira',
      communications: [
        { commValue: '555-01', commType: 'PHONE', commLabel: 'home', preferred: true, id: 74 },
        { commValue: 'tobias.example.com', commType: 'EMAIL', commLabel: 'work', preferred: true, id: 75 },
        { commValue: '@tobias.f', commType: 'MESSENGER', commLabel: '', preferred: false, id: 76 },
      ],
      vehicles: [vehicle],
    }),
    dealerOrderInfoList: [order({ n: 1, vehicle, day: '2026-03-09', status: 'I' })],
    addressListV2: [home, moved],
    addressList: [
      {
        ...asLegacy(home, 9301, DEALER.dealerId, COLUMBUS),
        line1: '429 E FIGUEROA ST',
        line2: 'APT 2',
        zipExt: '1204',
      },
      { ...asLegacy(moved, 9302, DEALER.dealerId, COLUMBUS), line1: 'PO BOX 118', phone: makePhone(random, '614') },
    ],
  }
}

function companyOnly({ random, info, order }: Builder): Body {
  const van = makeVehicle(random, 8401)
  return {
    errors: [],
    warnings: [],
    customerInfo: info({ fname: '', lname: '', company: 'Harborview Plumbing LLC', vehicles: [van] }),
    dealerOrderInfoList: [order({ n: 1, vehicle: van })],
    addressListV2: [],
    addressList: [],
  }
}

function noVehicles({ random, info, order }: Builder): Body {
  return {
    errors: [],
    warnings: [],
    customerInfo: info({ fname: 'Odette', lname: 'Marchetti', communications: contacts(random, 'odette') }),
    dealerOrderInfoList: [1, 2, 3].map((n) => order({ n, type: 'PO', day: `2025-0${n + 2}-14` })),
    addressListV2: [makeAddress(random, COLUMBUS)],
    addressList: [],
  }
}

function manyVehicles({ random, info, order }: Builder): Body {
  const cars = Array.from({ length: 34 }, (_, index) =>
    makeVehicle(random, 8600 + index, index % 5 === 4 ? { isValid: false } : index % 7 === 6 ? { isValid: null } : {}),
  )
  return {
    errors: [],
    warnings: [],
    customerInfo: info({
      fname: 'Reginald',
      lname: 'Ashdown',
      communications: contacts(random, 'reginald'),
      vehicles: cars,
    }),
    dealerOrderInfoList: cars
      .slice(0, 9)
      .map((vehicle, index) => order({ n: index + 1, vehicle, day: `2024-0${index + 1}-08` })),
    addressListV2: [makeAddress(random, COLUMBUS)],
    addressList: [],
  }
}

function refunds({ random, info, order, id, uuid }: Builder): Body {
  const car = makeVehicle(random, 8701)
  const wish = {
    ...DEALER,
    id: id * 100 + 1,
    customer: { id, uuid },
    vehicle: car,
    day: '',
    type: 'RO',
    status: 'C',
  } as const
  return {
    errors: [],
    warnings: [],
    customerInfo: info({
      fname: 'Lucinda',
      lname: 'Varga',
      communications: contacts(random, 'lucinda'),
      vehicles: [car],
    }),
    dealerOrderInfoList: [
      order({
        n: 1,
        vehicle: car,
        day: '2026-05-20',
        set: {
          order_amount: 439.9,
          transactions: [
            makeTender(random, wish, 0, 489.9, { ccNumber: '0005' }),
            makeTender(random, wish, 1, -50, { ccNumber: '0005', transactionTypeId: 4 }),
          ],
        },
      }),
      order({
        n: 2,
        vehicle: car,
        day: '2026-01-13',
        set: {
          order_amount: 0.3,
          transactions: [
            makeTender(random, { ...wish, id: id * 100 + 2 }, 0, 0.1),
            makeTender(random, { ...wish, id: id * 100 + 2 }, 1, 0.2),
          ],
        },
      }),
      order({
        n: 3,
        vehicle: car,
        day: '2025-11-02',
        set: { order_amount: -120.5, description: 'Core deposit returned' },
      }),
    ],
    addressListV2: [makeAddress(random, COLUMBUS)],
    addressList: [],
  }
}

function unpaid({ random, info, order }: Builder): Body {
  const car = makeVehicle(random, 8801)
  return {
    errors: [],
    warnings: [],
    customerInfo: info({
      fname: 'Desmond',
      lname: 'Achterberg',
      communications: contacts(random, 'desmond'),
      vehicles: [car],
    }),
    dealerOrderInfoList: [1, 2, 3, 4].map((n) => order({ n, vehicle: car, day: `2026-11-1${n}`, status: 'O' })),
    addressListV2: [makeAddress(random, COLUMBUS)],
    addressList: [],
  }
}

function legacyAddressOnly({ random, info, order }: Builder): Body {
  const address = makeAddress(random, COLUMBUS)
  return {
    errors: [],
    warnings: [],
    customerInfo: info({ fname: 'Ingeborg', lname: 'Salazar', communications: contacts(random, 'ingeborg') }),
    dealerOrderInfoList: [order({ n: 1, day: '2018-12-03' })],
    addressListV2: [],
    addressList: [asLegacy(address, 9901, DEALER.dealerId, COLUMBUS)],
  }
}

function longName({ random, info, order }: Builder): Body {
  const car = makeVehicle(random, 8501)
  return {
    errors: [],
    warnings: [],
    customerInfo: info({
      fname: 'Maximiliana Konstantina Evangelia',
      lname: 'von Hohenstaufen-Papadopoulos y Fernández de Córdoba',
      company: '東京自動車輸入販売株式会社 · شركة الخليج للسيارات',
      communications: [
        { commValue: '+815012345678', commType: 'PHONE', commLabel: 'mobile', preferred: true, id: 77 },
        {
          commValue: 'maximiliana.konstantina.evangelia.von.hohenstaufen-papadopoulos@subdomain.example.org',
          commType: 'EMAIL',
          commLabel: 'home',
          preferred: true,
          id: 78,
        },
      ],
      vehicles: [car],
    }),
    dealerOrderInfoList: [
      order({
        n: 1,
        vehicle: car,
        set: {
          description: `Customer states: ${'intermittent noise from the left rear door when it is cold and the road is wet; '.repeat(8)}`,
        },
      }),
    ],
    addressListV2: [
      makeAddress(random, COLUMBUS, {
        line1: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Crescent 1000',
        city: 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson',
        country: 'FR',
        state: null,
        type: 'BILLING',
      }),
    ],
    addressList: [],
  }
}

function nulls({ info, order, random }: Builder): Body {
  const empty = order({ n: 1 })
  const blank = (record: object): object => Object.fromEntries(Object.keys(record).map((key) => [key, null]))
  return {
    errors: null,
    warnings: null,
    customerInfo: info({
      customerKey: null,
      id: null,
      communications: [blank({ commValue: 0, commType: 0, commLabel: 0, preferred: 0, id: 0 })],
      vehicles: [blank(makeVehicle(random, 1))],
      secondaryCustomerData: [blank({ fname: 0, lname: 0, customerKey: 0, guid: 0, customerId: 0 })],
    }),
    dealerOrderInfoList: [blank(empty), { ...blank(empty), transactions: [blank(makeTender(random, wishOf(), 0, 1))] }],
    addressListV2: [blank(makeAddress(random, COLUMBUS))],
    addressList: null,
  }
}

const wishOf = (): OrderWish => ({
  ...DEALER,
  id: 1,
  customer: { id: 1, uuid: 'x' },
  vehicle: undefined,
  day: '2025-01-01',
  type: 'RO',
  status: 'C',
})

function pastVehicle({ random, info, order }: Builder): Body {
  const sold = makeVehicle(random, 8121, { isValid: false, imageUrl: 'http://pictures.example.com/sold.jpg' })
  const kept = makeVehicle(random, 8122, {
    year: '2003',
    vin: '1HGCM82643A004352',
    make: 'Honda',
    model: 'Accord',
    trim: 'EX',
  })
  return {
    errors: [],
    warnings: [],
    customerInfo: info({
      fname: 'Cornelius',
      lname: 'Abara',
      communications: contacts(random, 'cornelius'),
      vehicles: [sold, kept],
    }),
    dealerOrderInfoList: [
      order({
        n: 1,
        vehicle: sold,
        day: '2021-07-07',
        set: { order_type: 'BS', order_status: 'ON_HOLD', dealerOrderStatusFilter: ['WAITING_PARTS', 'BODY_SHOP'] },
      }),
      order({
        n: 2,
        vehicle: kept,
        day: '2026-08-19',
        set: { order_date: '0001-01-01 00:00:00', dealerOrder_id: bigId('9223372036854775807') },
      }),
      order({
        n: 3,
        day: '2026-08-20',
        set: { order_date: 'sometime in August', vehicle_id: 99_999_999, vehicle_uuid: 'vehicle-not-in-the-list' },
      }),
    ],
    addressListV2: [makeAddress(random, COLUMBUS)],
    addressList: [],
  }
}

function household({ random, info, order }: Builder): Body {
  const car = makeVehicle(random, 8131)
  return {
    errors: [],
    warnings: [],
    customerInfo: info({
      fname: 'James',
      lname: 'Brandt-Osei',
      communications: contacts(random, 'james'),
      vehicles: [car],
      secondaryCustomerData: [
        {
          fname: 'Helena',
          lname: 'Brandt-Osei',
          customerKey: 'CK00400001',
          guid: sampleCustomers.regular,
          customerId: 400_001,
        },
        {
          fname: 'Jim',
          lname: 'Brandt-Osei',
          customerKey: 'CK00400013',
          guid: sampleCustomers.household,
          customerId: bigId('9007199254740993'),
        },
        { fname: 'Old record', lname: null, customerKey: 'CK00000007', guid: null, customerId: null },
      ],
    }),
    dealerOrderInfoList: [order({ n: 1, vehicle: car, day: '2026-02-02' })],
    addressListV2: [makeAddress(random, COLUMBUS)],
    addressList: [],
  }
}
