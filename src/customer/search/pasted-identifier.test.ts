import { expect, test } from 'playwright/test'
import { readPastedIdentifier } from './pasted-identifier.ts'

const uuid = 'hEl3naBrandt0sei7Qw2vXk9ZpLmN4rTyU8iO1aSdFg'
const pasted = [
  uuid,
  `  ${uuid}\n`,
  `"${uuid}"`,
  `{${uuid}}`,
  `“${uuid}”,`,
  `\u200B${uuid}`,
  `http://desk.example.test/customers/${uuid}`,
  `https://desk.example.test/customers/${uuid}/orders?dealer=x&order=y`,
  `See <https://desk.example.test/customers/${uuid}> please`,
]
for (const text of pasted) {
  test(`finds the UUID in ${JSON.stringify(text)}`, () => {
    expect(readPastedIdentifier(text)).toEqual({ uuid })
  })
}

const wrong: [text: string, problem: RegExp][] = [
  ['', /Enter a customer UUID/],
  ['  "" ', /Enter a customer UUID/],
  ['two words', /no spaces inside/],
  ['a/b', /only letters A to Z/],
  ['x'.repeat(129), /at most 128 characters; this has 129/],
  ['naïve', /only letters A to Z/],
]
for (const [text, problem] of wrong) {
  test(`says what is wrong with ${JSON.stringify(text.slice(0, 20))}`, () => {
    const result = readPastedIdentifier(text)
    expect('problem' in result ? result.problem : '').toMatch(problem)
  })
}
