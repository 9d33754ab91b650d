import { sampleAccounts } from '#src/server/sample/sample-lines.ts'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { heading, orders, tab } from './helpers.ts'

const [demo] = sampleAccounts

test('signs in with the keyboard alone', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL('/sign-in')
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeFocused()
  await page.keyboard.type(demo.username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(demo.password)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Find a customer')).toBeVisible()
})

test('says what is wrong and keeps the name', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Enter your username')).toBeVisible()
  await page.getByRole('textbox', { name: 'Username' }).fill('demo')
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('The username or the password is not right')
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue('demo')
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('')
})

test('a link opened while signed out comes back to exactly the same view', async ({ page }) => {
  const path = `/customers/${sampleCustomers.fleet}/orders?dealer=nOrthS1deMotorsDealer0000000000000000000101&status=Open&sort=amount`
  await page.goto(path)
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/)
  await page.getByRole('textbox', { name: 'Username' }).fill(demo.username)
  await page.getByRole('textbox', { name: 'Password' }).fill(demo.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(path)
  await expect(tab(page, /^Orders/)).toHaveAttribute('aria-selected', 'true')
  await expect(orders(page)).toBeVisible()
})

for (const returnTo of ['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:alert(1)']) {
  test(`returnTo ${returnTo} leads to the search page`, async ({ page, signIn }) => {
    await signIn()
    await page.goto(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
    await expect(page).toHaveURL('/')
    await expect(heading(page, 'Find a customer')).toBeVisible()
  })
}

test('signing out empties the page, also for the Back button, and leaves nothing in storage', async ({
  page,
  signIn,
}) => {
  await signIn()
  await page.goto(`/customers/${sampleCustomers.refunds}`)
  await expect(heading(page, 'Lucinda Varga')).toBeVisible()
  await page.goto(`/customers/${sampleCustomers.regular}`)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(heading(page, 'Sign in')).toBeVisible()
  await page.goBack()
  await expect(heading(page, 'Sign in')).toBeVisible()
  await expect(page.getByText('Varga')).toHaveCount(0)
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  )
  expect(stored).not.toMatch(/Helena|Brandt|hEl3na|example\.com|614/)
})

test('a session that ended asks for a new sign-in and comes back', async ({ page, signIn }) => {
  await signIn()
  await page.goto(`/customers/${sampleCustomers.regular}/vehicles`)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page).toHaveURL(/\/sign-in\?returnTo=.*vehicles/)
  await expect(page.getByText('Brandt-Osei')).toHaveCount(0)
})

test('the next person in the same tab sees nothing of the one before', async ({ page, signIn }) => {
  await signIn()
  await page.goto(`/customers/${sampleCustomers.regular}`)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('textbox', { name: 'Username' }).fill('northside')
  await page.getByRole('textbox', { name: 'Password' }).fill('northside-only')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Ana Ruiz')).toBeVisible()
  await expect(page.getByText('Customers you open will stand here.')).toBeVisible()
})
