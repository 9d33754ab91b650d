import { expect, test } from 'playwright/test'
import { readPastedIdentifier } from './pasted-identifier.ts'

const uuid = 'hEl3naBrandt0sei7Qw2vXk9ZpLmN4rTyU8iO1aSdFg'
const bare = [
  uuid,
  `  ${uuid}\n`,
  `"${uuid}"`,
  `{${uuid}}`,
  `“${uuid}”,`,
  `\u200B${uuid}`,
  `${uuid.slice(0, 9)}\u00AD${uuid.slice(9)}\u200B`,
  `${uuid}&gt;`,
  `*${uuid}*`,
  `Customer: ${uuid}`,
  `Customer UUID: ${uuid}`,
  `uuid=${uuid}`,
  `Please look at ${uuid} today`,
  `${uuid} ${uuid}`,
]
for (const text of bare) {
  test(`finds the UUID in ${JSON.stringify(text)}`, () => {
    expect(readPastedIdentifier(text)).toEqual({ uuid, view: undefined })
  })
}

test('short identifiers are taken too, alone or behind a label, with the hyphens of a word processor', () => {
  for (const text of ['cust-0042', 'Customer: cust-0042', 'cust\u20110042', 'cust–0042.']) {
    expect(readPastedIdentifier(text), text).toEqual({ uuid: 'cust-0042', view: undefined })
  }
})

const desk = 'http://desk.example.test'
const orders = `${desk}/customers/${uuid}/orders?dealer=D1&order=o1`
const encoded = encodeURIComponent(orders)
const proofpoint2 = encoded.replaceAll('-', '-2D').replaceAll('_', '-5F').replaceAll('%2F', '_').replaceAll('%', '-')
const links: [what: string, text: string][] = [
  ['a link', orders],
  ['a link in a sentence', `See <${orders}>, please`],
  ['a link with a stop', `${orders}.`],
  ['a link in parentheses', `(${orders})`],
  ['a link out of HTML', orders.replace('&', '&amp;')],
  ['a link encoded once', encoded],
  ['a link of quoted-printable mail', orders.replaceAll('=', '=3D').replace('customers', 'custom=\ners')],
  ['Outlook Safe Links', `https://nam02.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C02%7C&reserved=0`],
  ['a Google redirect', `https://www.google.com/url?q=${encoded}&sa=D`],
  ['a sign-in link', `${desk}/sign-in?returnTo=${encodeURIComponent(orders.slice(desk.length))}`],
  [
    'a sign-in link in Safe Links',
    `https://x.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${desk}/sign-in?returnTo=${encodeURIComponent(orders.slice(desk.length))}`)}&data=1`,
  ],
  ['Proofpoint 2', `https://urldefense.proofpoint.com/v2/url?u=${proofpoint2}&d=DwMF`],
  ['Proofpoint 3', `https://urldefense.com/v3/__${orders}__;!!Abc!xyz$`],
  ['a Slack link', `<${orders}|the orders>`],
  ['a link and its UUID', `${uuid} ${orders}`],
]
for (const [what, text] of links) {
  test(`${what} opens the customer with its view`, () => {
    const read = readPastedIdentifier(text)
    if ('problem' in read) throw new Error(read.problem)
    expect(read.uuid).toBe(uuid)
    expect(read.view?.tab).toBe('orders')
    expect(Object.fromEntries(read.view?.query ?? [])).toEqual({ dealer: 'D1', order: 'o1' })
  })
}

for (const tail of ['!', '.', ')', '/', '>', '”']) {
  test(`a "${tail}" behind a link is none of its tab or its UUID`, () => {
    expect(readPastedIdentifier(`${desk}/customers/${uuid}/orders${tail}`)).toMatchObject({
      uuid,
      view: { tab: 'orders' },
    })
    expect(readPastedIdentifier(`${desk}/customers/${uuid}${tail}`)).toMatchObject({ uuid, view: { tab: 'info' } })
  })
}

const wrong: [text: string, problem: RegExp][] = [
  ['', /Enter a customer UUID/],
  ['  "" ', /Enter a customer UUID/],
  ['two words', /no spaces inside/],
  ['Ana Ruiz 310-555-0142', /no spaces inside/],
  ['cust-1 cust-2', /More than one customer/],
  [`${desk}/customers/a-1 ${desk}/customers/b-2`, /More than one customer/],
  ['https://dealer.example/about', /names no customer/],
  ['a/b', /only letters A to Z/],
  ['x'.repeat(129), /at most 128 characters; this has 129/],
  ['naïve', /only letters A to Z/],
]
for (const [text, problem] of wrong) {
  test(`says what is wrong with ${JSON.stringify(text.slice(0, 40))}`, () => {
    const result = readPastedIdentifier(text)
    expect('problem' in result ? result.problem : '').toMatch(problem)
  })
}
