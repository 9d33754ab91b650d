import type { Say } from '../language.ts'

/** A deep link that is worth a try, shown while the sample dealership is on. */
export type SampleLink = { title: Say; path: string }

/** The hand-made customers' identifiers, so that links and tests can name a state. */
export const sampleCustomers = {
  regular: 'hEl3naBrandt0sei7Qw2vXk9ZpLmN4rTyU8iO1aSdFg',
  fleet: 'n0rthbankL0gistics60rders5xCvBnM2qWeRtYuIoP',
  warnings: 'tw0AddressLists3WithWarnings9jKlZxCvBnMqWeR',
  companyOnly: 'c0mpany0nly8HarborviewPlumbing1aQwSxEdCrFvT',
  noVehicles: 'n0Vehicles7BuysPartsOnly2gBhNjMkLpOiUyTrEwQ',
  manyVehicles: 'manyVehicles4Collector6zXcVbNmAsDfGhJkLqWeR',
  refunds: 'refunds5AndSplitTenders3pLoKiJuHyGtFrDeSwAq',
  unpaid: 'unpaid0penOrders9mNbVcXzLkJhGfDsApOiUyTrEwQ',
  legacyAddress: 'legacyAddress0nly2qAzWsXeDcRfVtGbYhNuJmIkOl',
  longName: 'longAndNonLatinName6yHnUjMiKoLpQaZwSxEdCrFv',
  nulls: 'nullsEverywhere1rFvTgByHnUjMiKoLpQaZwSxEdCt',
  pastVehicle: 'pastVehicle8UnknownOrderKind5wSxEdCrFvTgByH',
  household: 'h0usehold3SecondaryCustomers7eDcRfVtGbYhNuJ',
} as const

export const sampleLinks: readonly SampleLink[] = [
  { title: (words) => words.sampleRegular(), path: `/customers/${sampleCustomers.regular}` },
  { title: (words) => words.sampleFleet(), path: `/customers/${sampleCustomers.fleet}/orders` },
  { title: (words) => words.sampleWarnings(), path: `/customers/${sampleCustomers.warnings}/addresses` },
]
