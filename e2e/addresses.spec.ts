import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, heading, tab } from './helpers.ts'

test.beforeEach(async ({ signIn }) => signIn())

const book = (line1: string, more: object = {}) => ({
  line1,
  city: 'Erie',
  state: 'PA',
  zip: '16501',
  type: 'PRIMARY',
  ...more,
})
const older = (line1: string, more: object = {}) => ({ line1, city: 'ERIE', stateCode: 'PA', zip: '16501', ...more })

test('both lists are one, and what differs is marked', async ({ page, front }) => {
  front.answer('address-lists', {
    status: 200,
    body: JSON.stringify({
      customerInfo: { fname: 'Ana', lname: 'Ruiz' },
      addressListV2: [book('12 Oak Street Apt 1'), book('9 Elm Avenue', { isPreferred: true }), book('7 Pine Rd')],
      addressList: [older('12 OAK ST APT 2'), older('9 ELM AVE'), older('30 Lake Dr', { phone: '+16145550117' })],
    }),
  })
  await page.goto('/customers/address-lists/addresses')
  const panel = page.getByRole('tabpanel')
  await expect(panel).toContainText(
    '1 address in both lists · 1 address that the lists have differently · 1 address only in the address book · 1 address only in the legacy list',
  )
  const places = panel.getByRole('list').first().locator('> li')
  await expect(places).toHaveCount(4)
  await expect(places.first()).toContainText(/Preferred.*Same place, written differently/)
  await expect(places.first()).toContainText(/Address book9 Elm Avenue.*Legacy list9 ELM AVE/)
  await expect(places.filter({ hasText: '12 Oak Street' })).toContainText('Lists differ in unit')
  await expect(places.filter({ hasText: '12 Oak Street' })).toContainText('12 OAK ST APT 2')
  await expect(places.filter({ hasText: '30 Lake Dr' })).toContainText('Only in the legacy list')
  await expect(places.filter({ hasText: '7 Pine Rd' })).toContainText('Only in the address book')
  await expectAccessible(page)
})

test('where only one list has entries nothing is said about the other', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.legacyAddress}/addresses`)
  const panel = page.getByRole('tabpanel')
  await expect(panel.getByRole('heading', { name: 'Legacy list' })).toBeVisible()
  await expect(panel).not.toContainText('Only in')
})

test('an address is copied as a postal block, and opens on a map only when it is asked for', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.regular}/addresses`)
  const panel = page.getByRole('tabpanel')
  await panel.getByRole('button', { name: 'Copy address' }).first().click()
  const block = await page.evaluate(() => navigator.clipboard.readText())
  expect(block).toMatch(/^\d+ [^\n]+\nColumbus, OH \d{5}\nUS$/)
  const map = panel.getByRole('link', { name: 'Open in map' }).first()
  await expect(map).toHaveAttribute('target', '_blank')
  await expect(map).toHaveAttribute('rel', 'noopener noreferrer')
  const leadsTo = new URL((await map.getAttribute('href')) ?? '')
  expect(leadsTo.origin).toBe('https://www.openstreetmap.org')
  expect(leadsTo.searchParams.get('query')).toBe(block.replaceAll('\n', ', '))
})

test('the best way to reach somebody stands in the header with its reason', async ({ page, front }) => {
  front.answer('reach', {
    status: 200,
    body: JSON.stringify({
      customerInfo: {
        fname: 'Ana',
        lname: 'Ruiz',
        communications: [
          { commType: 'phone', commValue: '999-999-9999', preferred: true },
          { commType: 'phone', commValue: '+16145550117' },
          { commType: 'email', commValue: 'ana@example.com', preferred: true },
        ],
      },
    }),
  })
  await page.goto('/customers/reach')
  await expect(heading(page, 'Ana Ruiz')).toBeVisible()
  const way = page.getByRole('button', { name: 'E-mail, why this is the best way to reach' })
  await way.press('Enter')
  const reasons = page.getByRole('dialog', { name: 'E-mail, why this is the best way to reach' })
  await expect(reasons).toContainText('The record marks this e-mail address as preferred.')
  await expect(reasons).toContainText('The preferred phone number cannot be used: 999-999-9999.')
  await expect(reasons).toContainText('The record holds no consent to calls, texts or e-mail')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(reasons).toBeHidden()
  await expect(way).toBeFocused()
})

test('nothing is said of the best way where there is none', async ({ page, front }) => {
  front.answer('no-reach', {
    status: 200,
    body: JSON.stringify({
      customerInfo: { fname: 'Ana', communications: [{ commType: 'phone', commValue: '999-999-9999' }] },
    }),
  })
  await page.goto('/customers/no-reach')
  await expect(tab(page, /^Customer info/)).toBeVisible()
  await expect(page.getByText('1 finding')).toBeVisible()
  await expect(page.getByText('Best way to reach')).toHaveCount(0)
})
