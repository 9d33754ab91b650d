import fc from 'fast-check'
import { expect, test } from 'playwright/test'
import { readPhones } from './phone.ts'

const cases: [sent: string | null, country: string, numbers: [text: string, href: string][]][] = [
  ['+16145550117', 'US', [['(614) 555-0117', 'tel:+16145550117']]],
  ['614.555.0117', 'US', [['(614) 555-0117', 'tel:+16145550117']]],
  ['1-614-555-0117', 'US', [['(614) 555-0117', 'tel:+16145550117']]],
  ['\u202A614\u2011555\u20110117\u202C', 'US', [['(614) 555-0117', 'tel:+16145550117']]],
  ['６１４５５５０１１７', 'US', [['(614) 555-0117', 'tel:+16145550117']]],
  ['tel:+1-614-555-0117', 'US', [['(614) 555-0117', 'tel:+16145550117']]],
  ['555-0117', 'US', [['555-0117', 'tel:5550117']]],
  ['614-555-0117 x204', 'US', [['(614) 555-0117 ext. 204', 'tel:+16145550117;ext=204']]],
  ['614-555-0117 ext. 204', 'US', [['(614) 555-0117 ext. 204', 'tel:+16145550117;ext=204']]],
  ['614-555-0117, ext 204', 'US', [['(614) 555-0117 ext. 204', 'tel:+16145550117;ext=204']]],
  ['614-555-0117 #204', 'US', [['(614) 555-0117 ext. 204', 'tel:+16145550117;ext=204']]],
  ['+16145550117;ext=204', 'US', [['(614) 555-0117 ext. 204', 'tel:+16145550117;ext=204']]],
  ...[
    '614-555-0117 / 614-555-0199',
    '6145550117,6145550199',
    '6145550117 6145550199',
    '6145550117;6145550199',
    '614-555-0117 or 614-555-0199',
    '614-555-0117\n614-555-0199',
    '(614)555-0117(614)555-0199',
    'c 614-555-0117 h 614-555-0199',
    '614-555-0117 / 614-555-0199 / 614-555-0117',
  ].map((sent): [string, string, [string, string][]] => [
    sent,
    'US',
    [
      ['(614) 555-0117', 'tel:+16145550117'],
      ['(614) 555-0199', 'tel:+16145550199'],
    ],
  ]),
  [
    '614-555-0117 x2 / 614-555-0199 x3',
    'US',
    [
      ['(614) 555-0117 ext. 2', 'tel:+16145550117;ext=2'],
      ['(614) 555-0199 ext. 3', 'tel:+16145550199;ext=3'],
    ],
  ],
  ['614-555-0117 (work, after 5)', 'US', [['(614) 555-0117', 'tel:+16145550117']]],
  ['+44 (0)20 7946 0018', 'US', [['+44 20 7946 0018', 'tel:+442079460018']]],
  ['0044 20 7946 0018', 'US', [['+44 20 7946 0018', 'tel:+442079460018']]],
  ['011 44 20 7946 0018', 'US', [['+44 20 7946 0018', 'tel:+442079460018']]],
  ['044 668 18 00', 'CH', [['044 668 18 00', 'tel:+41446681800']]],
  ['+41 44 668 18 00', 'CH', [['044 668 18 00', 'tel:+41446681800']]],
  // There is no area 290, and 310-0000 is not what was meant.
  ['(290) 310-0000', 'US', [['(290) 310-0000', 'tel:+12903100000']]],
  ['614-555-01177', 'US', []],
  ['*21*5550117#', 'US', []],
  ['555-01', 'US', []],
  ['ask at the desk', 'US', []],
  [null, 'US', []],
]
for (const [sent, country, numbers] of cases) {
  test(`${JSON.stringify(sent)} in ${country} dials ${numbers.map(([, href]) => href).join(' and ') || 'nothing'}`, () => {
    expect(readPhones(sent, country)).toEqual(numbers.map(([text, href]) => ({ text, href })))
  })
}

test('no digit is made up, and what is shown is read as the same number again', () => {
  const digits = fc.stringMatching(/^[2-9]\d{2}[-. ]?[2-9]\d{2}[-. ]?\d{4}$/)
  const between = fc.constantFrom(' / ', ', ', ';', ' or ', '\n')
  fc.assert(
    fc.property(digits, digits, between, (first, second, sign) => {
      const numbers = readPhones(`${first}${sign}${second}`, 'US')
      const dialed = numbers.map(({ href }) => href.replace('tel:+1', ''))
      expect(new Set(dialed)).toEqual(new Set([first, second].map((number) => number.replace(/\D/g, ''))))
      expect(numbers.flatMap(({ text }) => readPhones(text, 'US'))).toEqual(numbers)
    }),
    { numRuns: 100, seed: 1 },
  )
})
