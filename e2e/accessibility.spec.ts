import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { fullName } from './support/extra-customers.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScroll, heading } from './helpers.ts'

const { regular, fleet, warnings, longName, nulls, pastVehicle, household, companyOnly } = sampleCustomers
const pages: [name: string, path: string, title: string][] = [
  ['search', '/', 'Find a customer'],
  ['customer info', `/customers/${household}`, 'James Brandt-Osei'],
  ['warnings and addresses', `/customers/${warnings}/addresses`, 'Tobias Ferreira'],
  ['vehicles', `/customers/${pastVehicle}/vehicles`, 'Cornelius Abara'],
  ['many orders', `/customers/${fleet}/orders`, 'Marisol Whitaker'],
  [
    'long names',
    `/customers/${longName}`,
    'Maximiliana Konstantina Evangelia von Hohenstaufen-Papadopoulos y Fernández de Córdoba',
  ],
  [
    'long order text',
    `/customers/${longName}/orders`,
    'Maximiliana Konstantina Evangelia von Hohenstaufen-Papadopoulos y Fernández de Córdoba',
  ],
  ['nulls everywhere', `/customers/${nulls}`, nulls],
  ['nulls in orders', `/customers/${nulls}/orders`, nulls],
  ['nulls in vehicles', `/customers/${nulls}/vehicles`, nulls],
  ['nulls in addresses', `/customers/${nulls}/addresses`, nulls],
  ['company only', `/customers/${companyOnly}`, 'Harborview Plumbing LLC'],
  ['every field', '/customers/full-record/orders?order=full-order', fullName],
  ['own account', '/account', 'Your account'],
  ['no such page', '/nothing/here', 'There is no such page'],
]
// Colours depend on the scheme, places on the width: each scheme and each width once shows what both at once would.
const layouts = [
  ['light, wide', 'light', { width: 1440, height: 900 }],
  ['dark, 390 px', 'dark', { width: 390, height: 844 }],
] as const

for (const [layout, scheme, viewportSize] of layouts) {
  test.describe(layout, () => {
    test.use({ scheme, viewportSize })

    test(`every page is accessible and fits: ${layout}`, async ({ page, signIn }) => {
      await signIn()
      for (const [name, path, title] of pages) {
        await test.step(name, async () => {
          await page.goto(path)
          await expect(heading(page, title)).toBeVisible()
          if (path.startsWith('/customers')) await expect(page.getByRole('tabpanel')).not.toHaveText('')
          await expectAccessible(page)
          await expectNoSidewaysScroll(page)
        })
      }
    })

    test(`open filters, an open order and the sign-in are accessible: ${layout}`, async ({ page, signIn }) => {
      await page.goto('/sign-in')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expectAccessible(page)
      await signIn()
      await page.goto(`/customers/${regular}/orders`)
      await page.getByRole('button', { name: 'Show transactions of order RO1-000112' }).click()
      await page.getByRole('button', { name: 'Status filter' }).click()
      await expect(page.getByRole('checkbox', { name: 'Open (2)' })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Change search' }).click()
      await expect(page.getByRole('button', { name: 'Find customer' })).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    })
  })
}

test.describe('320 px', () => {
  test.use({ viewportSize: { width: 320, height: 700 } })
  test('nothing scrolls sideways on the narrowest screen', async ({ page, signIn }) => {
    await signIn()
    const long = 'L0ng'.repeat(32)
    const longest = [
      ['long customer UUID', `/customers/${long}`, 'Nothing found'],
      ['long dealer UUID', `/customers/${regular}?dealer=${long}`, 'Not authorized for one of the dealers searched'],
      ['no UUID', `/customers/${long}${long}`, 'This link names no customer'],
    ] as const
    for (const [name, path, title] of [...pages, ...longest]) {
      await test.step(name, async () => {
        await page.goto(path)
        await expect(heading(page, title)).toBeVisible()
        await expectNoSidewaysScroll(page)
      })
    }
  })
})
