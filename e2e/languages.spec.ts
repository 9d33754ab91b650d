import type { Browser, Page } from 'playwright/test'
import { sampleAccounts } from '#src/server/sample/sample-lines.ts'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScroll, heading } from './helpers.ts'

const regular = `/customers/${sampleCustomers.regular}`

test.afterEach(async ({ page }) => {
  // What one test chose would be chosen for the next.
  await page.request.delete('/api/preferences')
})

test('a browser that asks for Spanish has all of it in Spanish, from the sign-in to the last tab', async ({
  chromiumBrowser,
  front,
}) => {
  const page = await pageIn(chromiumBrowser, front.url, 'es-MX')
  await page.goto(regular)
  await expect(page.locator('html')).toHaveAttribute('lang', 'es-US')
  await page.getByRole('textbox', { name: 'Nombre de usuario' }).fill('demo')
  await page.getByRole('textbox', { name: 'Contraseña' }).fill('not the password')
  await page.getByRole('button', { name: 'Iniciar sesión', exact: true }).click()
  // The server's own words.
  await expect(page.getByRole('alert')).toContainText('El nombre de usuario o la contraseña')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Contraseña' }).fill('demo-dealership')
  await page.getByRole('button', { name: 'Iniciar sesión', exact: true }).click()
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await expect(page.getByText('No cubierto por los pagos listados')).toBeVisible()
  await expect(page).toHaveTitle('Información del cliente · Cliente · Customer Desk')
  await expectAccessible(page)

  // What is unpaid, and where.
  await page.getByRole('link', { name: 'Mostrar observaciones' }).click()
  await page.getByRole('link', { name: /RO1-000112.*\$412\.10/ }).click()
  await expect(page.getByRole('table', { name: 'Transacciones de la orden RO1-000112' })).toBeVisible()
  await expect(
    page.getByRole('table', { name: 'Órdenes del concesionario' }).getByText('Abierta').first(),
  ).toBeVisible()
  // The month in letters, as Spanish has it.
  await expect(page.getByRole('table', { name: 'Órdenes del concesionario' })).toContainText(/\d{1,2} [a-z]{3,4} \d{4}/)
  await expectAccessible(page)

  for (const name of [/^Vehículos/, /^Direcciones/, /^Cronología/]) {
    await page.getByRole('tab', { name }).click()
    await expect(page.getByRole('tabpanel', { name })).toBeVisible()
  }
  await page.getByRole('searchbox', { name: 'Buscar en este expediente' }).fill('honda')
  await expect(page.getByText(/coincidencias?:/)).toBeVisible()
  await page.getByRole('button', { name: 'Ficha de entrega' }).click()
  await expect(page.getByRole('dialog', { name: 'Ficha de entrega' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Cerrar sesión' }).click()
  await expect(page.getByRole('button', { name: 'Iniciar sesión', exact: true })).toBeVisible()
  await page.context().close()
})

test('a person chooses the language once for every computer, and goes back to the browser’s', async ({
  page,
  signIn,
  front,
  chromiumBrowser,
}) => {
  await signIn()
  await page.goto('/account')
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Français (Canada)')
  await expect(heading(page, 'Votre compte')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA')
  await expectAccessible(page)

  const other = await pageIn(chromiumBrowser, front.url, 'en-US')
  await other.goto('/sign-in')
  await signInByForm(other)
  await expect(heading(other, 'Trouver un client')).toBeVisible()
  // A link to open orders is the same in every language.
  await other.goto(`${regular}/orders?status=Open`)
  await expect(other.getByRole('button', { name: /^Filtre État.*Ouverte/ })).toBeVisible()
  await other.goto('/account')
  await other.getByRole('button', { name: /^Réinitialiser.*Langue/ }).click()
  await expect(heading(other, 'Your account')).toBeVisible()
  await other.context().close()

  await page.reload()
  await expect(heading(page, 'Your account')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command, customer UUID or link' }).fill('espa')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Su cuenta')).toBeVisible()
})

test.describe('where the network is cut', () => {
  test.use({ expectedStatuses: [401, 0] })

  test('a language that could not be kept is said, and the page stays as it was', async ({ page, signIn }) => {
    await signIn()
    await page.goto('/account')
    await page.route('/api/preferences/language', (route) => route.abort())
    await page.getByRole('combobox', { name: 'Language' }).selectOption('es-US')
    await expect(page.getByText('The language could not be changed')).toBeVisible()
    await expect(heading(page, 'Your account')).toBeVisible()
  })
})

for (const [locale, title] of [
  ['es-US', 'Buscar un cliente'],
  ['fr-CA', 'Trouver un client'],
] as const) {
  test(`long words in ${locale} break nothing on the narrowest phone`, async ({ chromiumBrowser, front }) => {
    const page = await pageIn(chromiumBrowser, front.url, locale)
    await page.setViewportSize({ width: 320, height: 700 })
    const account = sampleAccounts.find(({ username }) => username === 'demo')
    await page.request.post('/api/session', { data: { username: 'demo', password: account?.password } })
    await page.goto('/')
    await expect(heading(page, title)).toBeVisible()
    await expectNoSidewaysScroll(page)
    for (const tab of ['', '/vehicles', '/orders', '/addresses', '/timeline']) {
      await page.goto(`${regular}${tab}`)
      await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
      await expect(page.getByRole('tabpanel')).toBeVisible()
      await expectNoSidewaysScroll(page)
    }
    await page.goto('/account')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })
}

async function pageIn(browser: Browser, baseURL: string, locale: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale, reducedMotion: 'reduce' })
  return context.newPage()
}

async function signInByForm(page: Page): Promise<void> {
  const account = sampleAccounts.find(({ username }) => username === 'demo')
  await page.getByRole('textbox', { name: 'Username' }).fill('demo')
  await page.getByRole('textbox', { name: 'Password' }).fill(account?.password ?? '')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
