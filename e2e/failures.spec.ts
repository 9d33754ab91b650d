import { expect, test } from './fixtures.ts'
import { expectAccessible, heading } from './helpers.ts'
import type { Canned } from './support/front.ts'

// One line for each way in which a look-up can fail: what the server answers, what is told, what can be done,
// and how often the page asks before it says so.

const upstream = { 'x-desk-origin': 'upstream' }
const html = { 'content-type': 'text/html' }

const answer = (status: number, errorCode: number, errorTitle: string, headers: Canned['headers'] = {}): Canned => ({
  status,
  headers,
  body: JSON.stringify({
    errors: [{ errorCode, errorTitle, errorMessage: `${errorTitle} of Pat Private.` }],
    warnings: [],
  }),
})
const page = (status: number, headers: Canned['headers'] = {}): Canned => ({
  status,
  body: '<h1>Stack trace</h1>',
  headers: { ...html, ...headers },
})

type Line = { answer: Canned; title: string; says: string; actions: RegExp[]; asked: number }

const lines: Record<string, Line> = {
  'a request that is not accepted': {
    answer: answer(400, 4001, 'Bad dealer list'),
    title: 'The request was not accepted',
    says: 'Bad dealer list · Bad dealer list of Pat Private. Code 4001',
    actions: [/^Try again$/],
    asked: 1,
  },
  'a dealer that the platform does not allow': {
    answer: answer(401, 100_004, 'REQUEST_NOT_AUTHORIZED', upstream),
    title: 'Not authorized for one of the dealers searched',
    says: 'You are still signed in.',
    actions: [
      /^Search without Lakeshore Auto$/,
      /^Search without Maple Ridge Garage$/,
      /^Search without Northside Motors$/,
    ],
    asked: 1,
  },
  'a refusal that the contract does not know': {
    answer: answer(403, 1, 'Forbidden', upstream),
    title: 'Not authorized for one of the dealers searched',
    says: 'You are still signed in.',
    actions: [/^Search without Lakeshore Auto$/],
    asked: 1,
  },
  "the server's own credentials being refused": {
    answer: answer(502, 100_003, 'WRONG_CREDENTIAL', upstream),
    title: 'Customer Desk is not accepted by the dealer platform',
    says: 'Your sign-in is fine.',
    actions: [],
    asked: 1,
  },
  'a platform that knows no such customer': {
    answer: answer(404, 404, 'NOT_FOUND', upstream),
    title: 'Nothing found',
    says: 'The dealer platform answered 404.No customer failing at Lakeshore Auto, Maple Ridge Garage, Northside Motors.',
    actions: [],
    asked: 1,
  },
  'a record that is too large': {
    answer: answer(502, 502, 'UPSTREAM_TOO_LARGE', { ...upstream, 'x-desk-fault': 'too-large' }),
    title: 'The record is too large to show',
    says: 'Search fewer dealers, or exclude the order type.',
    actions: [/^Try again$/, /^Search only Lakeshore Auto$/, /^Search without the order type$/],
    asked: 1,
  },
  'a request that is too large': {
    answer: answer(413, 413, 'PAYLOAD_TOO_LARGE'),
    title: 'The record is too large to show',
    says: 'PAYLOAD_TOO_LARGE of Pat Private.',
    actions: [/^Try again$/],
    asked: 1,
  },
  'errors and no customer': {
    answer: answer(200, 777, 'Store offline'),
    title: 'The service sent no customer',
    says: 'Store offline · Store offline of Pat Private. Code 777',
    actions: [/^Try again$/],
    asked: 1,
  },
  'too many requests, twice': {
    answer: answer(429, 429, 'TOO_MANY_REQUESTS', { 'retry-after': '1' }),
    title: 'Too many requests',
    says: 'Try again in 1 s.',
    actions: [/^Try again$/],
    asked: 2,
  },
  'a failure that the platform explains': {
    answer: answer(500, 5001, 'Store offline', upstream),
    title: 'The look-up failed',
    says: 'Store offline · Store offline of Pat Private. Code 5001',
    actions: [/^Try again$/],
    asked: 1,
  },
  'a failure that is a web page': {
    answer: page(500),
    title: 'The look-up failed',
    says: 'No explanation was sent. Try again. If it stays, report the reference below.',
    actions: [/^Try again$/],
    asked: 1,
  },
  'an answer of the platform that breaks off': {
    answer: answer(502, 502, 'UPSTREAM_UNUSABLE', { ...upstream, 'x-desk-fault': 'malformed' }),
    title: 'The answer could not be read',
    says: 'UPSTREAM_UNUSABLE of Pat Private.',
    actions: [/^Try again$/],
    asked: 2,
  },
  'a web page or a redirect on the way to the platform': {
    answer: answer(502, 502, 'UPSTREAM_UNUSABLE', { ...upstream, 'x-desk-fault': 'web-page' }),
    title: 'Something between us and the platform answered with a web page',
    says: 'Often the network wants a sign-in of its own.',
    actions: [/^Try again$/],
    asked: 1,
  },
  'a status of the platform that the contract does not have': {
    answer: answer(502, 4050, 'Method refused', { ...upstream, 'x-desk-fault': 'refused' }),
    title: 'The look-up failed',
    says: 'Method refused · Method refused of Pat Private. Code 4050',
    actions: [/^Try again$/],
    asked: 1,
  },
  'a 401 that nobody of ours sent': {
    answer: page(401, { 'x-desk-origin': undefined }),
    title: 'Something between us and the platform answered with a web page',
    says: 'Often the network wants a sign-in of its own.',
    actions: [/^Try again$/],
    asked: 1,
  },
  'a platform that cannot be reached': {
    answer: answer(502, 502, 'UPSTREAM_UNUSABLE', upstream),
    title: 'The dealer platform cannot be reached from our server',
    says: 'Try again in a moment.',
    actions: [/^Try again$/],
    asked: 3,
  },
  'a platform that is down': {
    answer: answer(503, 503, 'UPSTREAM_DOWN', { ...upstream, 'retry-after': '1' }),
    title: 'The platform is unavailable or under maintenance',
    says: 'Wait a moment, then try again.',
    actions: [/^Try again$/],
    asked: 2,
  },
  'our own server being down': {
    answer: page(503, { 'retry-after': '1', 'x-desk-origin': 'balancer' }),
    title: 'Customer Desk cannot answer at the moment',
    says: 'Wait a moment, then try again.',
    actions: [/^Try again$/],
    asked: 2,
  },
  'a platform that is too slow': {
    answer: answer(504, 504, 'UPSTREAM_TOO_SLOW', upstream),
    title: 'The platform took too long',
    says: 'Try again, or search fewer dealers.',
    actions: [/^Try again$/, /^Search only Northside Motors$/, /^Search without the order type$/],
    asked: 2,
  },
  'an answer that is cut off': {
    answer: { status: 200, body: '{"customerInfo":{"fname":"Ha' },
    title: 'The answer could not be read',
    says: 'It is broken at character 29, where it ends.',
    actions: [/^Try again$/],
    asked: 2,
  },
  'a web page where the answer should be': {
    answer: page(200),
    title: 'Something between us and the platform answered with a web page',
    says: 'Often the network wants a sign-in of its own.',
    actions: [/^Try again$/],
    asked: 1,
  },
  'an answer that is no customer record': {
    answer: { status: 200, body: '[1,2,3]' },
    title: 'The answer could not be read',
    says: 'The answer is not a customer record.',
    actions: [/^Try again$/],
    asked: 2,
  },
}

test.use({ expectedStatuses: [400, 401, 403, 404, 413, 429, 500, 502, 503, 504] })

for (const [name, line] of Object.entries(lines)) {
  test(`${name} is told in words, with what to do and what to report`, async ({ page: browserPage, front, signIn }) => {
    await signIn()
    front.lookUps.length = 0
    front.answer('failing', line.answer)
    await browserPage.goto('/customers/failing')
    const title = heading(browserPage, line.title)
    await expect(title).toBeFocused()
    await expect(browserPage.getByText('Reference', { exact: true })).toBeVisible()
    await expect(browserPage.getByRole('main')).toContainText(line.says)
    await expect(browserPage.getByText('Stack trace')).toHaveCount(0)
    const main = browserPage.getByRole('main')
    for (const action of line.actions) await expect(main.getByRole('button', { name: action }).first()).toBeVisible()
    if (line.actions.length === 0) await expect(main.getByRole('button', { name: 'Try again' })).toHaveCount(0)
    expect(front.lookUps).toHaveLength(line.asked)
    await browserPage.getByRole('button', { name: 'Copy details' }).click()
    const copied = await browserPage.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('Reference: reference-of-the-front')
    expect(copied).not.toContain('Private')
    await expectAccessible(browserPage)
  })
}

test('a server that says nothing is given up after 15 seconds, once', async ({ page: browserPage, front, signIn }) => {
  await signIn()
  front.lookUps.length = 0
  front.answer('silent', { status: 200, body: '{}', delayMs: 600_000 })
  await browserPage.clock.install()
  await browserPage.goto('/customers/silent', { waitUntil: 'commit' })
  await expect(browserPage.getByText('Change search')).toBeVisible()
  await expect.poll(() => front.lookUps.length).toBe(1)
  await browserPage.clock.runFor(16_000)
  await expect(heading(browserPage, "Customer Desk's server did not answer in time")).toBeFocused()
  await expect(browserPage.getByText('No answer came within 15 s.')).toBeVisible()
  // It may have been anything: fewer dealers would not help.
  await expect(browserPage.getByRole('button', { name: /^Search / })).toHaveCount(0)
  expect(front.lookUps).toHaveLength(1)
  // Nobody else has a reference for it, so the page makes one.
  await browserPage.getByRole('button', { name: 'Copy details' }).click()
  expect(await browserPage.evaluate(() => navigator.clipboard.readText())).toMatch(/^Reference: browser-\w+\nTime: /)
})

test('a smaller search after a platform that was too slow keeps the view', async ({
  page: browserPage,
  front,
  signIn,
}) => {
  await signIn()
  front.lookUps.length = 0
  front.answer('slow-platform', answer(504, 504, 'UPSTREAM_TOO_SLOW', upstream))
  await browserPage.goto('/customers/slow-platform/orders?status=Open&order=some')
  await browserPage.getByRole('button', { name: 'Search only Northside Motors' }).click()
  await expect(browserPage).toHaveURL(/\/customers\/slow-platform\/orders\?dealer=nOrthS1de\w+&status=Open&order=some$/)
  await expect.poll(() => front.lookUps.at(-1)?.body).toMatch(/"dealerUUIDList":\["nOrthS1de\w+"\]/)
})

test('a wait for the next try can be cut short or ended', async ({ page: browserPage, front, signIn }) => {
  await signIn()
  front.lookUps.length = 0
  const down = answer(503, 503, 'UPSTREAM_DOWN', { ...upstream, 'retry-after': '50' })
  front.answer('down', down, down, { status: 200, body: '{"customerInfo":{"fname":"Up","lname":"Again"}}' })
  await browserPage.goto('/customers/down')
  await expect(heading(browserPage, 'The platform is unavailable or under maintenance')).toBeFocused()
  await expect(browserPage.getByText(/^Next try in (?:50|4\d) s\.$/)).toBeVisible()
  await browserPage.getByRole('button', { name: 'Cancel' }).click()
  await expect(heading(browserPage, 'Canceled')).toBeFocused()
  await browserPage.getByRole('button', { name: 'Search again' }).click()
  await browserPage.getByRole('button', { name: 'Try now' }).click()
  await expect(heading(browserPage, 'Up Again')).toBeVisible()
  expect(front.lookUps).toHaveLength(3)
})

test('what was not accepted can be corrected in place, beside the words for it', async ({
  page: browserPage,
  front,
  signIn,
}) => {
  await signIn()
  front.lookUps.length = 0
  const refusal = {
    errors: [{ errorCode: 4001, errorTitle: 'BAD_REQUEST', errorMessage: 'dealerUUIDList names too many dealers.' }],
  }
  front.answer(
    'rejected',
    { status: 400, body: JSON.stringify(refusal) },
    { status: 200, body: '{"customerInfo":{"fname":"Now","lname":"Accepted"}}' },
  )
  await browserPage.goto('/customers/rejected')
  await expect(heading(browserPage, 'The request was not accepted')).toBeFocused()
  const form = browserPage.getByRole('search').last()
  await expect(form.getByRole('textbox', { name: 'Customer UUID' })).toHaveValue('rejected')
  await expect(form.getByText('dealerUUIDList names too many dealers.')).toBeVisible()
  await expectAccessible(browserPage)
  await form.getByRole('button', { name: 'Find customer' }).click()
  await expect(heading(browserPage, 'Now Accepted')).toBeVisible()
  expect(front.lookUps).toHaveLength(2)
})
