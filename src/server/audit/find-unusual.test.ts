import { expect, test } from 'playwright/test'
import { findUnusual, type PersonEvent, type UnusualLimits } from './find-unusual.ts'

const LIMITS: UnusualLimits = { customersADay: 60, takenADay: 20, timesUsual: 3, nothingFound: 10, learningDays: 10 }
const DAYS = 30

type What = Partial<Omit<PersonEvent, 'id' | 'day'>>

/** A month of somebody at two dealers, from eight to five: 25 customers a day, some not found, a few exports and prints. */
function makeMonth(more: Readonly<Record<number, readonly What[]>> = {}): PersonEvent[] {
  let made = 0
  return Array.from({ length: DAYS }, (_, index) => index + 1).flatMap((date) => {
    const day = `2026-11-${String(date).padStart(2, '0')}`
    const event = (what: What): PersonEvent => ({
      id: String((made += 1)),
      day,
      hour: 8,
      event: 'look-up',
      outcome: 'found',
      customer_uuid: `customer-${made}`,
      dealer_uuids: [made % 2 === 0 ? 'north' : 'south'],
      ...what,
    })
    const lookUps = Array.from({ length: 25 + (date % 7) }, (_unused, place) =>
      event({ hour: 8 + (place % 10), outcome: place % 9 === 8 ? 'not-found' : 'found' }),
    )
    const taken = ['exported', 'printed', 'raw'].map((outcome) =>
      event({ event: 'taken', outcome, dealer_uuids: null }),
    )
    // Sundays are free.
    const ordinary = date % 7 === 0 ? [] : [...lookUps, ...taken]
    return [...ordinary, ...(more[date] ?? []).map(event)]
  })
}
const times = (count: number, what: What): What[] => Array.from({ length: count }, () => what)
const marksOf = (events: readonly PersonEvent[], limits = LIMITS) =>
  findUnusual(events, limits).map(({ id, rule }) => [events.find((event) => event.id === id)?.day.slice(-2), rule])

test('no day of an ordinary month is marked, its first days included', () => {
  expect(marksOf(makeMonth())).toEqual([])
})

test('each pattern of an unusual month is marked once, on its day', () => {
  const month = makeMonth({
    16: times(80, { hour: 12 }),
    18: times(3, { hour: 3 }),
    20: times(2, { dealer_uuids: ['north', 'harbor'] }),
    23: times(14, { outcome: 'not-found' }),
    25: times(30, { event: 'taken', outcome: 'exported' }),
  })
  expect(marksOf(month)).toEqual([
    ['16', 'many-customers'],
    ['18', 'unusual-hour'],
    ['20', 'other-dealer'],
    ['23', 'nothing-found'],
    ['25', 'taken-along'],
  ])
})

test('what a person does every day becomes usual', () => {
  const busy = Object.fromEntries(Array.from({ length: DAYS }, (_, index) => [index + 1, times(70, { hour: 12 })]))
  // Of somebody nobody knows yet it is much; of one who has done it for ten days it is not.
  expect(marksOf(makeMonth(busy)).map(([day]) => Number(day))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('hours and dealers of a new person are not known, so nothing is unusual about them', () => {
  const first = makeMonth({ 3: [{ hour: 3, dealer_uuids: ['harbor'] }] })
  expect(marksOf(first)).toEqual([])
})

test('one that is found ends a run of those that are not', () => {
  const runs = [...times(6, { outcome: 'not-found' }), {}, ...times(6, { outcome: 'not-found' })]
  expect(marksOf(makeMonth({ 20: runs }))).toEqual([])
})

test('the limits are those that are set', () => {
  expect(marksOf(makeMonth(), { ...LIMITS, takenADay: 2, timesUsual: 1, learningDays: 28 })).toContainEqual([
    '01',
    'taken-along',
  ])
})
