import { expect, test } from 'playwright/test'
import type { Communication } from '#src/contract/customer.ts'
import { bestReach } from './best-reach.ts'

const CONSENT = 'The record holds no consent to calls, texts or e-mail; check it where your store keeps it.'
const phone = { commType: 'phone', commValue: '+16145550117' }
const second = { commType: 'phone', commValue: '+16145550118' }
const filler = { commType: 'phone', commValue: '999-999-9999', preferred: true }
const mail = { commType: 'email', commValue: 'ana@example.com' }
const preferred = { preferred: true }

const reach = (...items: Communication[]) => bestReach({ state: 'read', value: items, skipped: 0 })

const cases: [what: string, items: Communication[], way: string | undefined, why?: string][] = [
  ['nothing', [], undefined],
  ['a placeholder only', [filler], undefined],
  ['one number', [phone], 'phone', 'This is the only contact that can be used.'],
  ['one address', [mail], 'e-mail', 'This is the only contact that can be used.'],
  ['two numbers', [phone, second], 'phone', 'There is no e-mail address to use; this is the first of 2 phone numbers.'],
  [
    'a preferred number',
    [mail, { ...phone, ...preferred }],
    'phone',
    'The record marks this phone number as preferred.',
  ],
  [
    'a preferred address',
    [phone, { ...mail, ...preferred }],
    'e-mail',
    'The record marks this e-mail address as preferred.',
  ],
  [
    'two preferred numbers',
    [
      { ...phone, ...preferred },
      { ...second, ...preferred },
    ],
    'phone',
    '2 phone numbers are marked preferred; this is the first of them.',
  ],
  [
    'both preferred',
    [
      { ...mail, ...preferred },
      { ...phone, ...preferred },
    ],
    'phone',
    'A phone number and an e-mail address are both marked preferred. A call is answered at once, so the number comes first.',
  ],
  [
    'none preferred',
    [mail, phone],
    'phone',
    'Nothing is marked preferred. A call is answered at once, so the first phone number comes first.',
  ],
  [
    'a number not to be called',
    [{ ...phone, commLabel: 'Home - DNC' }, mail],
    'e-mail',
    'This is the only contact that can be used.',
  ],
]
for (const [what, items, way, why] of cases) {
  test(`${what}: ${way ?? 'no way'}`, () => {
    expect(reach(...items)?.way).toBe(way)
    expect(reach(...items)?.why).toBe(why)
  })
}

test('a preferred number that cannot be used and one that is not wanted are named', () => {
  expect(reach(filler, phone, { ...mail, commLabel: 'opted out' })?.notes).toEqual([
    'The preferred phone number cannot be used: 999-999-9999.',
    'Passed over: ana@example.com, whose label says “opted out”.',
    CONSENT,
  ])
  expect(reach(phone)?.notes).toEqual([CONSENT])
})
