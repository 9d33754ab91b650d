import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { APIResponse, Page } from 'playwright/test'
import { dataFolder } from './support/data-folder.ts'
import { startDesk, type DeskProcess } from './support/desk-process.ts'
import { credentials, startUpstream, type TestUpstream } from './support/test-upstream.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, heading, orders, tab } from './helpers.ts'

let folder = ''
let upstream: TestUpstream
let desk: DeskProcess

test.beforeAll(async () => {
  folder = dataFolder('sample')
  upstream = await startUpstream()
  upstream.records.set(
    'platform-customer',
    '{"customerInfo":{"uuid":"platform-customer","fname":"Paula","lname":"Platform","id":9007199254740993},"dealerOrderInfoList":[{"dealer_id":101,"order_number":"P-1","order_status":"O","order_amount":12.10,"transactions":[]}]}',
  )
  desk = await startDesk(folder, {
    SAMPLE_DATA: 'true',
    CUSTOMER_API_URL: upstream.url,
    CUSTOMER_API_USERNAME: credentials.username,
    CUSTOMER_API_PASSWORD: credentials.password,
    CUSTOMER_API_TIMEOUT_MS: '2000',
    FINDINGS_OFF: 'order-tenders',
  })
})
test.afterAll(async () => {
  expect(await desk.stop()).toBe(0)
  await upstream.close()
  rmSync(folder, { recursive: true, force: true })
})

test.use({ expectedStatuses: [400, 401, 404, 500, 502, 504] })
test.beforeEach(async ({ page }) => {
  upstream.received.length = 0
  const response = await page.request.post(`${desk.url}/api/session`, {
    data: { username: 'demo', password: 'demo-dealership' },
  })
  expect(response.status()).toBe(200)
})

test('a customer of the platform is shown, and is among the recents', async ({ page }) => {
  await page.goto(`${desk.url}/customers/platform-customer`)
  await expect(heading(page, 'Paula Platform')).toBeVisible()
  await expect(page.getByText('9007199254740993')).toBeVisible()
  await tab(page, /^Orders, 1/).click()
  await expect(orders(page)).toContainText('$12.10')
  expect(upstream.received).toHaveLength(1)
  await page.getByRole('link', { name: 'Customer Desk, search' }).click()
  await expect(page.getByRole('link', { name: /^Paula Platform/ })).toBeVisible()
})

test('a rule that this installation has switched off says nothing', async ({ page }) => {
  await page.goto(`${desk.url}/customers/platform-customer`)
  // Its one order is open and has no tenders.
  await expect(page.getByText('Nothing odd found in this record')).toBeVisible()
})

/** A look-up as the page makes it, without the page. */
async function lookUp(page: Page, uuid: string): Promise<APIResponse> {
  const session = (await (await page.request.get(`${desk.url}/api/session`)).json()) as {
    user: { uuid: string }
    dealers: { uuid: string }[]
  }
  return page.request.post(`${desk.url}/customer/v2/customer/${uuid}`, {
    data: { requesterUserUUID: session.user.uuid, dealerUUIDList: session.dealers.map((dealer) => dealer.uuid) },
  })
}

// What the words are for each fault is shown with canned answers elsewhere; here one of each way through the gateway.
const refusals: [fault: string, title: string, banner: string, calls: number][] = [
  ['401-dealer', 'Not authorized for one of the dealers searched', 'REQUEST_NOT_AUTHORIZED in words', 1],
  ['malformed', 'The answer could not be read', '(broken at character 17)', 2],
  ['redirect', 'Something between us and the platform answered with a web page', 'cannot be used', 1],
  ['reset', 'The dealer platform cannot be reached from our server', 'cannot be used', 3],
]
for (const [fault, title, banner, calls] of refusals) {
  test(`the platform's ${fault} is told as: ${title}`, async ({ page }) => {
    await page.goto(`${desk.url}/customers/fault-${fault}`)
    await expect(heading(page, title)).toBeVisible()
    await expect(page.getByRole('alert').first()).toContainText(banner)
    await expect(page.getByText('Reference', { exact: true })).toBeVisible()
    await expect(page.getByText('Dana Moreau')).toBeVisible()
    expect(upstream.received).toHaveLength(calls)
    await expectAccessible(page)
    // The next good look-up works. More good ones than bad ones keep all these faults from adding up to a platform that
    // is left alone.
    for (let n = 0; n <= calls; n += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await lookUp(page, 'platform-customer')).status()).toBe(200)
    }
    await page.goto(`${desk.url}/customers/platform-customer`)
    await expect(heading(page, 'Paula Platform')).toBeVisible()
  })
}

const shapes: [status: number, body: unknown, says: RegExp[]][] = [
  [500, { errors: ['boom happened'] }, [/boom happened/]],
  [
    400,
    { errors: { errorCode: 12, errorTitle: 'BOOM', errorMessage: 'boom happened' } },
    [/BOOM/, /boom happened/, /12/],
  ],
  [401, { message: 'boom happened', code: 'E-77' }, [/boom happened/, /E-77/]],
  [200, { errors: ['boom happened'], warnings: [] }, [/boom happened/]],
  [
    200,
    { errors: [{ errorCode: 12, errorTitle: 'BOOM', errorMessage: ['boom', 'happened'] }] },
    [/boom. happened/, /12/],
  ],
]
test('what the platform says is told in whatever shape it says it', async ({ page }) => {
  for (const [status, body, says] of shapes) {
    upstream.answers.set('said', { status, type: 'application/json', body: JSON.stringify(body) })
    // oxlint-disable-next-line no-await-in-loop -- one customer after the other
    await page.goto(`${desk.url}/customers/said`)
    for (const words of says) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      await expect(page.getByRole('alert').filter({ hasText: words }).first()).toBeVisible()
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    await expect(page.getByText('Nothing found')).toHaveCount(0)
  }
})

test("the platform's 404 is nothing found, and its other customer stops the page", async ({ page }) => {
  await page.goto(`${desk.url}/customers/fault-404`)
  await expect(heading(page, 'Nothing found')).toBeFocused()
  await expect(page.getByText('The dealer platform answered 404.')).toBeVisible()
  upstream.records.set('asked', '{"customerInfo":{"uuid":"platform-customer","fname":"Secret","lname":"Person"}}')
  const answer = page.waitForResponse(/\/customer\/v2\/customer\/asked/)
  await page.goto(`${desk.url}/customers/asked`)
  await expect(heading(page, 'The service returned a different customer')).toBeFocused()
  expect(await (await answer).text()).not.toContain('Secret')
  await page.getByRole('button', { name: 'Copy details' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Reference: [\w-]+\nTime: /)
  await page.getByRole('link', { name: 'Customer Desk, search' }).click()
  await expect(page.getByRole('link', { name: /Secret|^asked/ })).toHaveCount(0)
  expect(upstream.received).toHaveLength(2)
})

test('leaving a page gives up its look-up, at the platform too', async ({ page }) => {
  await page.goto(`${desk.url}/customers/fault-silent`, { waitUntil: 'commit' })
  await expect.poll(() => upstream.received.length).toBe(1)
  await page.goto(`${desk.url}/customers/platform-customer`)
  await upstream.received[0]?.aborted
  await expect(heading(page, 'Paula Platform')).toBeVisible()
  await expect.poll(() => desk.output()).toMatch(/"status":499/)
})

test('neither credentials nor card numbers nor names are in a log line, an error, a header or a built file', async ({
  page,
}) => {
  const card = '4111111111111111'
  upstream.records.set(
    'planted',
    `{"customerInfo":{"uuid":"planted","fname":"Planted","lname":"Canary"},"dealerOrderInfoList":[{"order_number":"C-1","transactions":[{"ccNumber":"${card}"},{"cc\\u004eumber":"4111-1111-1111-1111"}]}]}`,
  )
  const answers: string[] = []
  const ask = async (uuid: string) => {
    const response = await lookUp(page, uuid)
    answers.push(JSON.stringify(response.headers()) + (await response.text()))
  }
  for (const uuid of ['planted', 'fault-401-credentials', 'fault-500-html', 'fault-reset', 'fault-redirect'])
    await ask(uuid)
  const built = ['dist/client', 'dist/server'].flatMap((output) =>
    readdirSync(output, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(`${output}/${name}`).isFile())
      .map((name) => readFileSync(`${output}/${name}`, 'latin1')),
  )
  const { username, password } = credentials
  const basic = Buffer.from(`${username}:${password}`).toString('base64')
  const everywhere = [...answers, ...built, desk.output()].join('\n')
  for (const secret of [username, password, basic, encodeURIComponent(password), card, '4111-1111-1111-1111']) {
    expect(everywhere).not.toContain(secret)
  }
  // The one answer that may tell the name is the customer's own.
  expect(/Planted|Canary/.exec(everywhere.replace(answers[0] ?? '', ''))).toBeNull()
  // Neither a part of the card: eight of its digits in a row, or in groups. Four alone are any duration or port, and what is
  // built holds patterns of phone numbers.
  expect(/1111[ -]?1111/.exec([...answers, desk.output()].join('\n').replace(answers[0] ?? '', ''))).toBeNull()
})
