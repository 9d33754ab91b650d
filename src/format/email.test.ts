import { expect, test } from 'playwright/test'
import { mailLink, readEmails } from './email.ts'

const cases: [sent: string | null, addresses: string[]][] = [
  ['a.b@example.com', ['a.b@example.com']],
  [' Maya@Dealer.Example\u200B', ['Maya@Dealer.Example']],
  ['parts&service@dealer.example', ['parts&service@dealer.example']],
  ["o'neil+desk@dealer.example", ["o'neil+desk@dealer.example"]],
  ['Maya Mailer <maya@dealer.example>', ['maya@dealer.example']],
  ['"Mailer, Maya" <maya@dealer.example>', ['maya@dealer.example']],
  ['<maya@dealer.example>', ['maya@dealer.example']],
  ['mailto:plain@dealer.example', ['plain@dealer.example']],
  ['MAILTO:plain@dealer.example?subject=Hi&bcc=x@evil.example', ['plain@dealer.example']],
  ['maya@dealer.example (work)', ['maya@dealer.example']],
  ['a@example.com; b@example.com', ['a@example.com', 'b@example.com']],
  ['a@example.com, Bo <b@example.com>', ['a@example.com', 'b@example.com']],
  ['a@example.com a@example.com', ['a@example.com']],
  ['maya＠dealer.example', ['maya@dealer.example']],
  ['maya@dealer.example.', ['maya@dealer.example']],
  ['josé@müller.example', ['josé@müller.example']],
  ['maya@dealer', []],
  ['maya @dealer.example', []],
  ['maya@@dealer.example', []],
  ['maya@dealer..example', []],
  ['maya.@dealer.example', []],
  ['maya@dealer,example', []],
  ['tobias.example.com', []],
  ['javascript:alert(1)', []],
  [null, []],
]
for (const [sent, addresses] of cases) {
  test(`${JSON.stringify(sent)} ${addresses.length === 0 ? 'cannot be written to' : `reaches ${addresses.join(' and ')}`}`, () => {
    expect(readEmails(sent)).toEqual(addresses)
  })
}

test('a link to write cannot carry other fields along', () => {
  expect(mailLink('parts&service@dealer.example')).toBe('mailto:parts%26service@dealer.example')
  expect(mailLink('a?bcc=x@dealer.example')).toBe('mailto:a%3Fbcc%3Dx@dealer.example')
})
