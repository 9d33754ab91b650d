import { sampleDealers } from '#src/server/sample/sample-lines.ts'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { heading, tab } from './helpers.ts'

test.beforeEach(async ({ page, signIn, front }) => {
  await signIn()
  front.lookUps.length = 0
  await page.goto('/')
})

const uuid = sampleCustomers.regular

test('finds a customer by UUID with Enter and asks all dealers', async ({ page, front }) => {
  await page.getByRole('search').getByRole('textbox', { name: 'Customer UUID' }).fill(uuid)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await expect(page).toHaveURL(`/customers/${uuid}`)
  expect(front.lookUps).toHaveLength(1)
  expect(JSON.parse(front.lookUps[0]?.body ?? '')).toEqual({
    requesterUserUUID: 'd3m0-staff-0000-0000-000000000001',
    dealerUUIDList: sampleDealers.map((dealer) => dealer.uuid).sort(),
  })
  expect(front.lookUps[0]?.query).toBe('')
})

test('takes a whole link, with quotes around it', async ({ page }) => {
  await page
    .getByRole('textbox', { name: 'Customer UUID' })
    .fill(`  "https://desk.example.test/customers/${uuid}/orders"  `)
  await page.getByRole('button', { name: 'Find customer' }).click()
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
})

test('says what is wrong beside the field and sends nothing until it is right', async ({ page, front }) => {
  const field = page.getByRole('textbox', { name: 'Customer UUID' })
  await page.getByRole('button', { name: 'Find customer' }).click()
  await expect(page.getByText('Enter a customer UUID')).toBeVisible()
  await expect(field).toBeFocused()
  await field.fill('two words')
  await expect(page.getByText('A customer UUID has no spaces inside')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/')
  expect(front.lookUps).toEqual([])
})

test('asks only the dealers that are chosen, and excludes the order type when told to', async ({ page, front }) => {
  await page.getByRole('textbox', { name: 'Customer UUID' }).fill(uuid)
  const form = page.getByRole('search')
  await form.getByLabel('Dealers', { exact: true }).first().focus()
  // Backspace takes the last chosen dealer away.
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')
  await page.getByRole('switch', { name: 'Exclude order type' }).check()
  await page.getByRole('button', { name: 'Find customer' }).click()
  await expect(heading(page, 'Nothing found')).toBeVisible()
  expect(front.lookUps[0]?.query).toBe('?excludeOrderType=true')
  const asked = JSON.parse(front.lookUps[0]?.body ?? '') as { dealerUUIDList: string[] }
  expect(asked.dealerUUIDList).toEqual(['lakesh0reAutoDealer00000000000000000000102A'])
  await expect(page).toHaveURL(
    `/customers/${uuid}?dealer=lakesh0reAutoDealer00000000000000000000102A&excludeOrderType=true`,
  )
  await expect(page.getByRole('main')).toContainText('at Lakeshore Auto, searched with the order type excluded')
})

test('no dealer chosen is said and nothing is sent', async ({ page, front }) => {
  await page.getByRole('textbox', { name: 'Customer UUID' }).fill(uuid)
  await page.getByRole('search').getByLabel('Dealers', { exact: true }).first().focus()
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Find customer' }).click()
  await expect(page.getByText('Choose at least one dealer')).toBeVisible()
  expect(front.lookUps).toEqual([])
})

test('Back finds the form as it was left', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Customer UUID' }).fill(uuid)
  await page.getByRole('switch', { name: 'Exclude order type' }).check()
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Find customer' }).click()
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('textbox', { name: 'Customer UUID' })).toHaveValue(uuid)
  await expect(page.getByRole('switch', { name: 'Exclude order type' })).toBeChecked()
})

test('customers opened before are one click away, and can be forgotten', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.refunds}`)
  await expect(heading(page, 'Lucinda Varga')).toBeVisible()
  await page.getByRole('link', { name: 'Customer Desk, search' }).click()
  await page.getByRole('link', { name: /^Lucinda Varga/ }).click()
  await expect(heading(page, 'Lucinda Varga')).toBeVisible()
  await page.goto('/')
  await page.getByRole('button', { name: 'Clear recent customers' }).click()
  await expect(page.getByText('Customers you open will stand here.')).toBeVisible()
})

test('the sample says that it is one, and offers customers to try', async ({ page }) => {
  await expect(page.getByText('Sample data: these people, vehicles and orders are invented.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Try one of these' })).toBeVisible()
  await page.getByRole('link', { name: 'A company with 60 orders' }).click()
  await expect(tab(page, /^Orders, 60/)).toHaveAttribute('aria-selected', 'true')
})

test('from a customer the next one is opened in the bar', async ({ page }) => {
  await page.goto(`/customers/${uuid}?excludeOrderType=true`)
  await page.getByRole('textbox', { name: 'Open another customer' }).focus()
  await page.keyboard.type('not a uuid')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('no spaces inside')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(sampleCustomers.refunds)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Lucinda Varga')).toBeVisible()
  await expect(page).toHaveURL(`/customers/${sampleCustomers.refunds}?excludeOrderType=true`)
  await page.goBack()
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
})

test('the search can be changed on the customer page', async ({ page }) => {
  await page.goto(`/customers/${uuid}`)
  await page.getByRole('button', { name: 'Change search' }).click()
  await expect(page.getByRole('search').getByRole('textbox', { name: 'Customer UUID' })).toHaveValue(uuid)
  await page.getByRole('switch', { name: 'Exclude order type' }).check()
  await page.getByRole('button', { name: 'Find customer' }).click()
  await expect(page).toHaveURL(`/customers/${uuid}?excludeOrderType=true`)
  await expect(page.getByText(', order type excluded', { exact: true })).toBeVisible()
})

test('the same search once more reads anew and says so, and a look back reads nothing', async ({ page, front }) => {
  await page.clock.install()
  front.lookUps.length = 0
  await page.goto(`/customers/${sampleCustomers.regular}`)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  expect(front.lookUps).toHaveLength(1)
  await page.getByRole('button', { name: 'Change search' }).click()
  await page.getByRole('button', { name: 'Find customer' }).click()
  await expect.poll(() => front.lookUps.length).toBe(2)
  await expect(page.getByText('Customer loaded, 11 orders')).toBeAttached()
  await page.getByRole('link', { name: 'Customer Desk' }).click()
  await expect(heading(page, 'Find a customer')).toBeVisible()
  await page.clock.fastForward('03:00')
  await page.goBack()
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await expect(page.getByText(/^Updated [23] min ago$/)).toBeVisible()
  expect(front.lookUps).toHaveLength(2)
})

test('the field in the bar leads to the next customer, and the keyboard goes on there', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.regular}`)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.getByRole('textbox', { name: 'Open another customer' }).focus()
  await page.keyboard.type(sampleCustomers.refunds)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Lucinda Varga')).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
})

test('a page that the browser prepares for later looks nobody up until it is shown', async ({ page, front }) => {
  front.lookUps.length = 0
  await page.addInitScript(() => {
    const state = globalThis as { isPrepared?: boolean }
    state.isPrepared = true
    Object.defineProperty(document, 'prerendering', { get: () => state.isPrepared })
  })
  await page.goto(`/customers/${sampleCustomers.regular}`, { waitUntil: 'networkidle' })
  expect(front.lookUps).toEqual([])
  await page.evaluate(() => {
    ;(globalThis as { isPrepared?: boolean }).isPrepared = false
    document.dispatchEvent(new Event('prerenderingchange'))
  })
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  expect(front.lookUps).toHaveLength(1)
})

test('the same message is read out each time', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.regular}`)
  await expect(page.getByText('Customer loaded, 11 orders')).toBeAttached()
  await page.evaluate(() => {
    const state = globalThis as { said?: string[] }
    const said: string[] = (state.said = [])
    const record = (list: MutationRecord[]) =>
      list.flatMap(({ addedNodes }) => [...addedNodes]).forEach((node) => said.push(node.textContent ?? ''))
    for (const region of document.querySelectorAll('[aria-live=polite]'))
      new MutationObserver(record).observe(region, { childList: true, subtree: true })
  })
  const copy = page.getByRole('button', { name: 'Copy customer key' }).first()
  await copy.click()
  await expect(page.getByText('customer key copied')).toBeAttached()
  await copy.click()
  await expect
    .poll(() => page.evaluate(() => (globalThis as { said?: string[] }).said))
    .toEqual(['customer key copied', 'customer key copied'])
})
