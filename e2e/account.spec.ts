import { rmSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { sampleAccounts } from '#src/server/sample/sample-lines.ts'
import { dataFolder } from './support/data-folder.ts'
import { startDesk, type DeskProcess } from './support/desk-process.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, heading } from './helpers.ts'

const [demo] = sampleAccounts
const NEW = 'violet kettle drives upstairs'

// A product of its own: what is changed here is what the other tests sign in with.
let folder = ''
let desk: DeskProcess
test.beforeAll(async () => {
  folder = dataFolder('sample')
  desk = await startDesk(folder)
})
test.afterAll(async () => {
  expect(await desk.stop()).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})
test.use({ expectedStatuses: [400, 401] })

const signIn = (page: Page, password: string = demo.password) =>
  page.request.post(`${desk.url}/api/session`, { data: { username: demo.username, password } })
const isIn = async (page: Page) => (await page.request.get(`${desk.url}/api/session`)).ok()

test('the account is reached from the bar and by the keyboard, and says who one is', async ({ page }) => {
  await signIn(page)
  await page.goto(desk.url)
  await page.getByRole('link', { name: /, your account$/ }).click()
  await expect(heading(page, 'Your account')).toBeVisible()
  await expect(page).toHaveURL(`${desk.url}/account`)
  await expect(page).toHaveTitle('Your account · Customer Desk')
  const who = page.getByRole('region', { name: 'Who you are' })
  await expect(who).toContainText(demo.username)
  await expect(who).toContainText('Northside Motors')
  await page.goto(desk.url)
  await expect(heading(page, 'Find a customer')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await page.keyboard.type('your account')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Your account')).toBeVisible()
})

test('people see where they are signed in, and end one session or all others', async ({ page, chromiumBrowser }) => {
  const elsewhere = await Promise.all(
    [1, 2].map(async () =>
      (await chromiumBrowser.newContext({ userAgent: 'Mozilla/5.0 (iPad) Version/17.6 Safari/1' })).newPage(),
    ),
  )
  for (const other of elsewhere) expect((await signIn(other)).ok()).toBe(true)
  await signIn(page)
  await page.goto(`${desk.url}/account`)
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await expect(sessions.first()).toContainText('This one')
  await expect(sessions.first()).toContainText('From 127.0.0.1')
  const before = await sessions.count()
  await expectAccessible(page)
  await page
    .getByRole('button', { name: /^End the session of Safari on iOS, started / })
    .first()
    .click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Yes, end it' }).click()
  await expect(sessions).toHaveCount(before - 1)
  await expect(page.getByRole('region', { name: 'Where you are signed in' })).toBeFocused()
  await page.getByRole('button', { name: 'End all other sessions' }).click()
  await page.getByRole('button', { name: 'Yes, end them' }).click()
  await expect(sessions).toHaveCount(1)
  for (const other of elsewhere) {
    expect(await isIn(other)).toBe(false)
    await other.context().close()
  }
  expect(await isIn(page)).toBe(true)
})

test('the password is changed by the old one and by the rules, and other screens are signed out', async ({
  page,
  chromiumBrowser,
}) => {
  const other = await (await chromiumBrowser.newContext()).newPage()
  await signIn(other)
  await signIn(page)
  await page.goto(`${desk.url}/account`)
  const current = page.getByRole('textbox', { name: 'Current password' })
  const next = page.getByRole('textbox', { name: 'New password' })
  const change = page.getByRole('button', { name: 'Change password' })
  await change.click()
  await expect(page.getByText('Enter your current password')).toBeVisible()
  await current.fill('not the password')
  await next.fill(NEW)
  await change.click()
  await expect(current).toHaveAccessibleDescription('The current password is not right.')
  await current.fill(demo.password)
  await next.fill('short')
  await change.click()
  await expect(next).toHaveAccessibleDescription(/The new password must have at least 15 characters\./)
  await expectAccessible(page)
  await next.fill(NEW)
  await change.click()
  await expect(page.getByRole('status').filter({ hasText: 'Your password is changed' })).toBeVisible()
  await expect(current).toHaveValue('')
  await expectAccessible(page)
  expect([await isIn(page), await isIn(other)]).toEqual([true, false])
  expect((await signIn(other)).status()).toBe(401)
  expect((await signIn(other, NEW)).status()).toBe(200)
  await other.context().close()
})
