import type { Page } from 'playwright/test'
import decodeCode from 'qr/decode.js'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScroll, heading } from './helpers.ts'

test.beforeEach(({ signIn }) => signIn())

const path = `/customers/${sampleCustomers.regular}`
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Hand-off card' })

test('a card says what was chosen, and how to reach the customer only where somebody wants it', async ({ page }) => {
  await page.goto(path)
  const button = page.getByRole('button', { name: 'Hand-off card' })
  await button.click()
  const card = dialog(page).getByRole('region', { name: 'The card' })
  await expect(card).toContainText('Order RO1-000111 · Open · Repair order · tag T118')
  await expect(card).not.toContainText('555')
  await expectAccessible(page)
  await dialog(page)
    .getByRole('combobox', { name: 'Order' })
    .selectOption({ label: 'RO1-000112 · Open · Repair order' })
  await dialog(page).getByRole('checkbox', { name: 'Name and key' }).uncheck()
  await dialog(page).getByRole('checkbox', { name: 'Phone' }).check()
  await dialog(page).getByRole('button', { name: 'Copy hand-off card' }).click()
  const link = await card.getByText(/^http/).textContent()
  expect(new URL(link ?? '').pathname).toBe(`${path}/orders`)
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')).toEqual([
    'Order RO1-000112 · Open · Repair order · tag T205',
    expect.stringMatching(/^2021 Honda CR-V EX-L · VIN …MH\d{6}$/),
    '$812.10 · Tenders listed · $412.10 lower than the order',
    expect.stringMatching(/^Phone, preferred: .*555/),
    link,
  ])
  expect(await decoded(page)).toBe(link)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(button).toBeFocused()
  await page.goto(link ?? '')
  await expect(page.getByRole('table', { name: 'Transactions of order RO1-000112' })).toBeInViewport()
})

test('it is a command too, and paper gets it alone, on half a page', async ({ page }) => {
  await page.goto(path)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('option', { name: 'Hand-off card' }).click()
  await expect(dialog(page)).toBeVisible()
  // Letter within its margins, in CSS pixels.
  await page.setViewportSize({ width: 710, height: 950 })
  await page.emulateMedia({ media: 'print' })
  await expect(dialog(page).getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toBeHidden()
  const box = await dialog(page).boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(475)
})

test.describe('on a phone', () => {
  test.use({ viewportSize: { width: 320, height: 640 } })
  test('it fits', async ({ page }) => {
    await page.goto(path)
    await page.getByRole('button', { name: 'Hand-off card' }).click()
    await expect(dialog(page)).toBeVisible()
    await expectNoSidewaysScroll(page)
  })
})

/** What a camera reads off the code. The page's own policy forbids pictures from text, so an empty page draws it. */
async function decoded(page: Page): Promise<string> {
  const code = dialog(page).getByRole('img', { name: 'QR code of the link' })
  const svg = await code.evaluate((element) => new XMLSerializer().serializeToString(element))
  const empty = await page.context().newPage()
  const image = await empty.evaluate(async (source) => {
    const side = 240
    const picture = new Image(side, side)
    picture.src = `data:image/svg+xml,${encodeURIComponent(source)}`
    await picture.decode()
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: side, height: side })
    const context = canvas.getContext('2d')
    context?.drawImage(picture, 0, 0, side, side)
    return { width: side, height: side, data: [...(context?.getImageData(0, 0, side, side).data ?? [])] }
  }, svg)
  await empty.close()
  return decodeCode({ ...image, data: Uint8Array.from(image.data) })
}
