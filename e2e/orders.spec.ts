import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, heading, orderNumbers, orderRow, orders, tab } from './helpers.ts'
import type { Front } from './support/front.ts'

test.beforeEach(async ({ signIn }) => signIn())

const path = `/customers/${sampleCustomers.regular}/orders`

const paper = (page: Page) => page.getByRole('table', { name: 'Dealer orders on paper' })

/** Has the front answer with a customer who has so many orders. */
function answerOrders(front: Front, customerUUID: string, count: number, order: (n: number) => object): void {
  const dealerOrderInfoList = Array.from({ length: count }, (_, n) => ({
    dealerOrder_uuid: `${customerUUID}-${n + 1}`,
    order_number: `N-${n + 1}`,
    ...order(n),
  }))
  const vehicles = [1, 2].map((n) => ({ uuid: `car-${n}`, year: '2021', make: 'Honda', model: `Civic ${n}` }))
  const customerInfo = { customer_uuid: customerUUID, fname: 'Front', vehicles }
  front.answer(customerUUID, { status: 200, body: JSON.stringify({ customerInfo, dealerOrderInfoList }) })
}

test('an order opens to its transactions and says how they compare', async ({ page }) => {
  await page.goto(path)
  const button = page.getByRole('button', { name: 'Show transactions of order RO1-000112' })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await button.click()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  const transactions = page.getByRole('table', { name: 'Transactions of order RO1-000112' })
  await expect(transactions).toContainText('$412.10 lower than the order')
  await expect(transactions).toContainText('4242')
  await expect(page).toHaveURL(/\?order=/)
  await button.click()
  await expect(transactions).toBeHidden()
  await expect(page).toHaveURL(path)
})

test('a link to an order shows it open and in view, also far down', async ({ page }) => {
  await page.goto('/customers/many-orders/orders?order=many-30')
  await expect(page.getByText('No transactions on this order.')).toBeInViewport()
  await expect(orderRow(page, 'M-30')).toBeInViewport()
  await expect(page.getByText('Page 5 of 5')).toBeVisible()
  await page.reload()
  await expect(orderRow(page, 'M-30')).toBeInViewport()
})

test('an order that the link names wrongly is said', async ({ page }) => {
  await page.goto(`${path}?order=nothing`)
  await expect(page.getByText('The order that the link names is not among the orders of this answer')).toBeVisible()
  await page.getByRole('button', { name: 'Correct the address' }).click()
  await expect(page).toHaveURL(path)
})

test('sorts by a column, both ways, and keeps it over a reload', async ({ page }) => {
  await page.goto(path)
  const header = orders(page).getByRole('columnheader', { name: 'Amount' })
  await header.getByRole('button').click()
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  const down = await orderNumbers(page)
  await header.getByRole('button').click()
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  await expect(page).toHaveURL(`${path}?sort=amount`)
  expect(await orderNumbers(page)).toEqual([...down].reverse())
  await page.reload()
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
})

test('a sort shows every order once, on a long page too, and stays when an open order is closed right after', async ({
  page,
  front,
}) => {
  answerOrders(front, 'forty', 40, () => ({}))
  await page.goto('/customers/forty/orders?order=forty-40')
  await expect(page.getByText('The service did not send transactions for this order.')).toBeVisible()
  const header = orders(page).getByRole('columnheader', { name: 'Order', exact: true })
  await header.getByRole('button').click()
  await page.getByRole('button', { name: 'Show transactions of order N-40', exact: true }).click()
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  await expect(orders(page).getByRole('button', { expanded: true })).toHaveCount(0)
  const numbers = await orderNumbers(page)
  expect([numbers.length, new Set(numbers).size]).toEqual([40, 40])
  expect([numbers[0], numbers.at(-1)]).toEqual(['N-1', 'N-40'])
})

test('a filter that opens has the focus in it', async ({ page }) => {
  await page.goto(path)
  const button = page.getByRole('button', { name: 'Status filter' })
  await expect(button).toBeVisible()
  await button.click()
  await expect(page.getByRole('checkbox').first()).toBeFocused()
})

test('filters by status with the keyboard, and by text', async ({ page }) => {
  await page.goto(path)
  await page.getByRole('button', { name: 'Status filter' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Open (2)' }).press('Space')
  await expect(page.getByText('2 of 11 orders ·')).toBeVisible()
  await expect(page).toHaveURL(`${path}?status=Open`)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Status filter: Open' })).toBeFocused()
  await page.getByRole('textbox', { name: 'Filter orders' }).fill('T205')
  await expect(page.getByText('1 of 11 orders · $812.10')).toBeVisible()
  await expect(page).toHaveURL(/q=T205/)
  await page.reload()
  await expect(page.getByText('1 of 11 orders · $812.10')).toBeVisible()
  await page.getByRole('textbox', { name: 'Filter orders' }).fill('nothing like it')
  await expect(page.getByText('No order matches this filter.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByText('11 orders ·')).toBeVisible()
})

test('filters by vehicle and dealer stand in the address, and are taken off together', async ({ page, front }) => {
  answerOrders(front, 'two-of-each', 6, (n) => ({ vehicle_uuid: `car-${(n % 2) + 1}`, dealer_id: n < 4 ? 101 : 102 }))
  await page.goto('/customers/two-of-each/orders')
  await page.getByRole('button', { name: 'Vehicle filter' }).click()
  await page.getByRole('checkbox', { name: '2021 Honda Civic 2 (3)' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByText('3 of 6 orders ·')).toBeVisible()
  expect((await orderNumbers(page)).sort()).toEqual(['N-2', 'N-4', 'N-6'])
  await page.getByRole('button', { name: 'Dealer filter' }).click()
  await page.getByRole('checkbox', { name: 'Northside Motors (4)' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByText('2 of 6 orders ·')).toBeVisible()
  expect((await orderNumbers(page)).sort()).toEqual(['N-2', 'N-4'])
  await expect(page).toHaveURL('/customers/two-of-each/orders?vehicle=car-2&store=101')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Vehicle filter: 2021 Honda Civic 2' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Dealer filter: Northside Motors' })).toBeVisible()
  await expect(page.getByText('2 of 6 orders ·')).toBeVisible()
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/customers/two-of-each/orders')
  await expect(page.getByRole('button', { name: 'Vehicle filter', exact: true })).toBeVisible()
  await expect(page.getByText('6 orders ·')).toBeVisible()
})

test('the filter stays while another tab is open', async ({ page }) => {
  await page.goto(`${path}?status=Open`)
  await expect(page.getByText('2 of 11 orders ·')).toBeVisible()
  await page.getByRole('tab', { name: /^Vehicles/ }).click()
  await page.getByRole('tab', { name: /^Orders/ }).click()
  await expect(page.getByText('2 of 11 orders ·')).toBeVisible()
})

test('many orders come in pages', async ({ page }) => {
  await page.goto('/customers/many-orders/orders')
  await expect(page.getByText('250 orders · $31,250.00')).toBeVisible()
  expect((await orderNumbers(page))[0]).toBe('M-250')
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('Page 2 of 5')).toBeVisible()
  await expect(page).toHaveURL(/page=2/)
  expect((await orderNumbers(page))[0]).toBe('M-200')
  // The browser's own search knows only these: nothing else is pretended.
  await expect(page.getByText('“Filter orders” looks through all 250.')).toBeVisible()
})

test('pages can be turned both ways while an order is open', async ({ page }) => {
  await page.goto('/customers/many-orders/orders')
  await page.getByRole('button', { name: 'Next page' }).click()
  await page.getByRole('button', { name: 'Show transactions of order M-190' }).click()
  await page.getByRole('button', { name: 'Previous page' }).click()
  await expect(page.getByText('Page 1 of 5')).toBeVisible()
  await expect(page.getByText('Page 1, orders 1 to 50')).toBeAttached()
  expect((await orderNumbers(page))[0]).toBe('M-250')
  await page.reload()
  await expect(page.getByText('Page 1 of 5')).toBeVisible()
})

test('the keyboard stays on the button that turned to the last page, or to the first', async ({ page }) => {
  for (const [start, name, end] of [
    [4, 'Next page', 'Page 5 of 5'],
    [2, 'Previous page', 'Page 1 of 5'],
  ] as const) {
    await page.goto(`/customers/many-orders/orders?page=${start}`)
    const button = page.getByRole('button', { name })
    await button.press('Enter')
    await expect(page.getByText(end)).toBeVisible()
    await expect(button).toBeDisabled()
    await expect(button).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Space')
    await expect(page.getByText(end)).toBeVisible()
    await expectAccessible(page)
  }
})

test('a page turned right after typing is turned, among what was typed', async ({ page }) => {
  await page.goto('/customers/many-orders/orders')
  await page.getByRole('textbox', { name: 'Filter orders' }).fill('m')
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page).toHaveURL('/customers/many-orders/orders?q=m&page=2')
  await expect(page.getByText('Page 2 of 5')).toBeVisible()
})

test('going back right after a press leads back, on the screen too', async ({ page }) => {
  await page.goto(path)
  await page.getByRole('link', { name: '2 open orders' }).click()
  await expect(page).toHaveURL(`${path}?status=Open`)
  await tab(page, /^Vehicles/).evaluate((button: HTMLElement) => {
    button.click()
    history.back()
  })
  await expect(page).toHaveURL(path)
  await expect(tab(page, /^Orders/)).toHaveAttribute('aria-selected', 'true')
})

test('unknown kinds, statuses and dates are shown as they came', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.pastVehicle}/orders`)
  await expect(heading(page, 'Cornelius Abara')).toBeVisible()
  await expect(orders(page)).toContainText('ON_HOLD')
  await expect(orders(page)).toContainText('BS')
  await expect(orders(page)).toContainText('sometime in August')
  await expect(orders(page)).toContainText('not in the vehicle list')
})

test('refunds are named and never netted silently', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.refunds}/orders`)
  await page.getByRole('button', { name: 'Show transactions of order RO1-000701' }).click()
  const transactions = page.getByRole('table', { name: 'Transactions of order RO1-000701' })
  await expect(transactions).toContainText('refund \u2212$50.00')
  await expect(transactions).toContainText('same as the order')
})

test('with the order type excluded the page says so and offers to ask again', async ({ page, front }) => {
  await page.goto(`${path}?excludeOrderType=true`)
  await expect(page.getByText('Searched with the order type excluded')).toBeVisible()
  await expect(orders(page).getByText('Repair order')).toHaveCount(0)
  front.lookUps.length = 0
  await page.getByRole('link', { name: 'Search again with it' }).click()
  await expect(orders(page).getByText('Repair order').first()).toBeVisible()
  expect(front.lookUps.map((lookUp) => lookUp.query)).toEqual([''])
})

test('columns, density and order are chosen from one menu and stand in the address', async ({ page }) => {
  await page.goto(path)
  await page.getByRole('button', { name: 'View of the orders' }).click()
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: 'Tag' }).uncheck()
  await page.getByRole('checkbox', { name: 'Dealer' }).check()
  await page.getByRole('checkbox', { name: 'Compact rows' }).check()
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Amount')
  await expect(page.getByText('Sorted by Amount, descending')).toBeAttached()
  await page.getByRole('checkbox', { name: 'Descending' }).uncheck()
  await expect(page.getByText('Sorted by Amount, ascending')).toBeAttached()
  await page.getByRole('checkbox', { name: 'Descending' }).check()
  await page.keyboard.press('Escape')
  await expect(orders(page).getByRole('columnheader', { name: 'Tag' })).toHaveCount(0)
  await expect(orders(page).getByRole('columnheader', { name: 'Dealer' })).toBeVisible()
  await expect(orders(page).getByRole('columnheader', { name: 'Amount' })).toHaveAttribute('aria-sort', 'descending')
  await page.reload()
  await expect(orders(page).getByRole('columnheader', { name: 'Dealer' })).toBeVisible()
  await expect(orders(page).getByText('Northside Motors').first()).toBeVisible()
})

test('what is typed quickly is neither lost nor undone by clearing', async ({ page }) => {
  await page.goto(path)
  const field = page.getByRole('textbox', { name: 'Filter orders' })
  await field.pressSequentially('RO1-00011')
  await expect(field).toHaveValue('RO1-00011')
  await expect(page).toHaveURL(`${path}?q=RO1-00011`)
  await field.pressSequentially('2')
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page).toHaveURL(path)
  await expect(field).toHaveValue('')
  await expect(page.getByText('11 orders ·')).toBeVisible()
})

test('what is typed is still there when another tab is opened at once', async ({ page }) => {
  await page.goto(path)
  const field = page.getByRole('textbox', { name: 'Filter orders' })
  await field.pressSequentially('T205')
  await tab(page, /^Vehicles/).click()
  await expect(page).toHaveURL(`${path.replace('orders', 'vehicles')}?q=T205`)
  await expect(page.getByRole('heading', { name: '2021 Honda CR-V EX-L' })).toBeVisible()
  await tab(page, /^Orders/).click()
  await expect(field).toHaveValue('T205')
  await expect(page.getByText('1 of 11 orders · $812.10')).toBeVisible()
  await expect(page).toHaveURL(`${path}?q=T205`)
})

test('what is typed goes to no other page', async ({ page }) => {
  await page.goto(path)
  await page.getByRole('textbox', { name: 'Filter orders' }).pressSequentially('T205')
  await page.getByRole('link', { name: 'Customer Desk' }).click()
  await expect(heading(page, 'Find a customer')).toBeVisible()
  await expect(page).toHaveURL('/')
})

test('paper has the orders that the filter of the screen lets through, and the screen keeps what was pressed', async ({
  page,
}) => {
  await page.goto(path)
  await page.getByRole('textbox', { name: 'Filter orders' }).fill('T205')
  await expect(page).toHaveURL(`${path}?q=T205`)
  await expect(page.getByText('1 of 11 orders · $812.10')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(paper(page)).toContainText('RO1-000112')
  await expect(paper(page).getByText(/^RO1-/)).toHaveCount(1)
  await page.emulateMedia({ media: 'screen' })
  await expect(page.getByRole('textbox', { name: 'Filter orders' })).toHaveValue('T205')
  expect(await orderNumbers(page)).toEqual(['RO1-000112'])
})

test('printing leaves the page where it was scrolled to, and the keyboard where it was', async ({ page, front }) => {
  answerOrders(front, 'printed', 80, () => ({}))
  await page.goto('/customers/printed/orders?order=printed-70')
  await expect(orderRow(page, 'N-70')).toBeInViewport()
  const scrolledTo = () => page.evaluate(() => Math.round(scrollY))
  for (const focused of [
    page.getByRole('button', { name: 'Show transactions of order N-55' }),
    page.getByRole('button', { name: 'Copy number of order N-70' }),
    page.getByRole('button', { name: 'Previous page' }),
    page.getByRole('textbox', { name: 'Filter orders' }),
    tab(page, /^Orders/),
  ]) {
    await focused.focus()
    await page.evaluate(() => scrollTo(0, 150))
    await page.pdf()
    expect(await scrolledTo()).toBe(150)
    await expect(focused).toBeFocused()
  }
})

test('the order that a link names is brought into view once, not whenever it stands there again', async ({ page }) => {
  await page.goto('/customers/many-orders/orders?order=many-30')
  await expect(orderRow(page, 'M-30')).toBeInViewport()
  const field = page.getByRole('textbox', { name: 'Filter orders' })
  await field.fill('nothing like it')
  await expect(page.getByText('No order matches this filter.')).toBeVisible()
  await field.fill('')
  await expect(orderRow(page, 'M-30')).toBeVisible()
  await expect(field).toBeInViewport()
  await expect(orderRow(page, 'M-30')).not.toBeInViewport()
  // Nor by a tab.
  await tab(page, /^Customer info/).click()
  await tab(page, /^Orders/).click()
  await expect(orderRow(page, 'M-30')).toBeVisible()
  await expect(orderRow(page, 'M-30')).not.toBeInViewport()
})

test('all orders that the filter lets through are exported, not only the page shown', async ({ page }) => {
  await page.goto('/customers/many-orders/orders?q=M-1')
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByText('Only what the filter shows.')).toBeVisible()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: '111 orders as CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('orders-many-orders.csv')
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(112)
  expect(lines[1]).toContain('M-199')
})

test('after a reload the page is where it was', async ({ page }) => {
  await page.goto('/customers/many-orders/orders')
  await orderRow(page, 'M-215').scrollIntoViewIfNeeded()
  const kept = () => page.evaluate(() => (history.state as { scrolledTo?: number }).scrolledTo ?? 0)
  await expect.poll(kept).toBeGreaterThan(0)
  await page.reload()
  await expect(orderRow(page, 'M-215')).toBeInViewport()
})

test.describe('no network', () => {
  test.use({ expectedStatuses: [0] })
  test('the export works without one', async ({ page }) => {
    await page.goto(path)
    await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: '11 orders as CSV' }).click()
    expect((await download).suggestedFilename()).toMatch(/^orders-.*\.csv$/)
  })
})

test('on paper every order stands, not only the page shown', async ({ page }) => {
  await page.goto('/customers/many-orders/orders')
  await expect(orders(page)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(paper(page).getByRole('cell', { name: /^M-\d+$/ })).toHaveCount(250)
  await expect(page.getByText(/^Printed by /)).toBeVisible()
})

test('on paper all orders stand with all their tenders, and every part of the record', async ({ page, front }) => {
  answerOrders(front, 'tenders', 120, (n) => ({
    transactions: [1, 2].map((tender) => ({ transactionId: `T-${n + 1}-${tender}`, transactionAmount: '5.00' })),
  }))
  await page.goto('/customers/tenders/orders')
  expect(await orderNumbers(page)).toHaveLength(50)
  await page.emulateMedia({ media: 'print' })
  const tenders = paper(page).getByRole('cell', { name: /^Tender · transaction T-\d+-\d$/ })
  await expect(tenders).toHaveCount(240)
  expect(new Set(await tenders.allInnerTexts()).size).toBe(240)
  for (const name of ['Customer info', 'Vehicles', 'Orders', 'Addresses']) {
    await expect(page.getByRole('heading', { level: 2, name, exact: true }).first()).toBeVisible()
  }
  await page.emulateMedia({ media: 'screen' })
  expect(await orderNumbers(page)).toHaveLength(50)
  await expect(paper(page)).toHaveCount(0)
})

test.describe('on a laptop', () => {
  test.use({ viewportSize: { width: 1280, height: 800 } })

  test('the headers of the columns stay in sight however far down', async ({ page }) => {
    await page.goto('/customers/many-orders/orders')
    for (const number of ['M-225', 'M-205']) {
      await orderRow(page, number).evaluate((row) => row.scrollIntoView({ block: 'center' }))
      await expect(orderRow(page, 'M-250')).not.toBeInViewport()
      await expect(orders(page).getByRole('columnheader', { name: 'Amount' })).toBeInViewport({ ratio: 1 })
    }
  })
})

test.describe('on a phone', () => {
  test.use({ viewportSize: { width: 390, height: 700 } })

  test('orders are cards without headers', async ({ page }) => {
    await page.goto('/customers/many-orders/orders')
    const cell = (name: string | RegExp) => orderRow(page, 'M-225').getByRole('cell', { name, exact: true })
    await orderRow(page, 'M-225').scrollIntoViewIfNeeded()
    await expect(orders(page).getByRole('columnheader', { name: 'Amount' })).not.toBeInViewport()
    const [number, amount] = [await cell('M-225').boundingBox(), await cell(/\$224\.50$/).boundingBox()]
    expect(amount?.y).toBeGreaterThan((number?.y ?? 0) + (number?.height ?? 0))
  })

  test('a link to an order brings it into view each time it is pressed', async ({ page }) => {
    await page.goto('/customers/many-orders')
    for (let press = 1; press <= 2; press += 1) {
      await page.getByRole('link', { name: 'M-246', exact: true }).click()
      await expect(orderRow(page, 'M-246')).toBeInViewport()
      await page.evaluate(() => scrollTo(0, 0))
      await expect(orderRow(page, 'M-246')).not.toBeInViewport()
      await tab(page, /^Customer info/).click()
    }
  })

  test('a menu whose button stands at the foot of the screen opens within it', async ({ page }) => {
    await page.goto(path)
    const button = page.getByRole('button', { name: 'View of the orders' })
    await button.evaluate((element) => element.scrollIntoView({ block: 'end' }))
    await button.click()
    const menu = page.getByRole('dialog', { name: 'View of the orders' })
    await expect(page.getByRole('combobox', { name: 'Sort by' })).toBeInViewport()
    const box = await menu.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700)
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Amount')
    await expect(page).toHaveURL(`${path}?sort=-amount`)
  })
})

test('presses stand in the address', async ({ page }) => {
  await page.goto(path)
  const amount = orders(page).getByRole('columnheader', { name: 'Amount' })
  await amount.getByRole('button').click()
  await tab(page, /^Vehicles/).click()
  await expect(page).toHaveURL(`${path.replace('orders', 'vehicles')}?sort=-amount`)
  await expect(page.getByRole('heading', { name: '2021 Honda CR-V EX-L' })).toBeVisible()
  await tab(page, /^Orders/).click()
  await expect(page).toHaveURL(`${path}?sort=-amount`)
  await page.reload()
  await expect(amount).toHaveAttribute('aria-sort', 'descending')
  await expect(tab(page, /^Orders/)).toHaveAttribute('aria-selected', 'true')
})

test('tabs that are not open are found by nobody, and show the latest answer when they are opened', async ({
  page,
  front,
}) => {
  const answer = (number: string) => ({
    status: 200,
    body: JSON.stringify({
      customerInfo: { customer_uuid: 'kept-tabs', fname: 'Kept' },
      dealerOrderInfoList: [{ dealerOrder_uuid: number, order_number: number }],
    }),
  })
  front.answer('kept-tabs', answer('FIRST-1'), answer('SECOND-1'))
  await page.goto('/customers/kept-tabs')
  await expect(heading(page, 'Kept')).toBeVisible()
  // Only among the latest orders of the customer info.
  await expect(page.getByRole('link', { name: 'FIRST-1' })).toBeVisible()
  await expect(orders(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('link', { name: 'SECOND-1' })).toBeVisible()
  await tab(page, /^Orders/).click()
  expect(await orderNumbers(page)).toEqual(['SECOND-1'])
  await tab(page, /^Customer info/).click()
  await expect(orders(page)).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Open another customer' }).fill(sampleCustomers.refunds)
  await page.keyboard.press('Enter')
  await tab(page, /^Orders/).click()
  await expect(orderRow(page, 'RO1-000701')).toBeVisible()
  await expect(page.getByText('SECOND-1')).toHaveCount(0)
})
