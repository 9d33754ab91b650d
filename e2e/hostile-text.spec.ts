import { printExact } from '#src/contract/exact-json.ts'
import { full } from './support/extra-customers.ts'
import { expect, test } from './fixtures.ts'
import { tab } from './helpers.ts'

// Promise: text of a record is text, whatever it looks like, and a link leads to https, a phone or a mailbox only.

const POLYGLOT = `"'><img src=x onerror=window.pwned=1><svg onload=window.pwned=1>{{7*7}}\${7*7}</script><script>window.pwned=1</script>`
const tabs = ['', '/vehicles', '/orders', '/addresses'] as const

test.beforeEach(({ signIn }) => signIn())

test('markup in every field is shown as text on every tab', async ({ page, front }) => {
  const hostile = full.leaves
    .filter(({ kind }) => kind === 'text')
    .reduce(
      (text, { value }) => text.replaceAll(JSON.stringify(value), JSON.stringify(POLYGLOT)),
      printExact(full.body),
    )
  front.answer('hostile', { status: 200, body: hostile.replace('"full-record"', '"hostile"') })
  for (const part of tabs) {
    await page.goto(`/customers/hostile${part}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('<img src=x')
    await expect(page.getByRole('tabpanel')).toContainText('onerror=')
    expect(await page.evaluate(() => (globalThis as { pwned?: unknown }).pwned)).toBeUndefined()
  }
})

const values = [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'a@b.example?bcc=x@evil.test&body=y',
  '+1;ext=1%0d%0a',
  'tel:*21*16145550117#',
  'https://evil.test/',
  '//evil.test',
]
test('no value of a record becomes a link to anywhere but a phone, a mailbox or a page of ours', async ({
  page,
  front,
}) => {
  front.answer('links', {
    status: 200,
    body: JSON.stringify({
      customerInfo: {
        uuid: 'links',
        fname: 'Link',
        communications: values.map((commValue, n) => ({ commValue, commType: n % 2 === 0 ? 'EMAIL' : 'PHONE' })),
        vehicles: values.map((imageUrl, id) => ({ id, imageUrl, make: 'M' })),
        secondaryCustomerData: values.map((guid) => ({ guid, fname: 'Other' })),
      },
    }),
  })
  for (const part of tabs) {
    await page.goto(`/customers/links${part}`)
    await expect(tab(page, /^Customer info/)).toBeVisible()
    const links = await page
      .locator('a[href], img[src]')
      .evaluateAll((all) => all.map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? ''))
    for (const link of links) {
      expect(link).toMatch(/^(?:\/(?!\/)|#main$|tel:\+?[\d*#]*$|mailto:[^?&]+$)/)
    }
  }
})

test('pictures are asked of no host that the installation does not name', async ({ page, front }) => {
  const urls = [
    'https://evil.test/a.jpg',
    'http://127.0.0.1/a.jpg',
    '//evil.test/a.jpg',
    'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
  ]
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  front.answer('pictures', {
    status: 200,
    body: JSON.stringify({
      customerInfo: {
        uuid: 'pictures',
        fname: 'P',
        vehicles: urls.map((imageUrl, id) => ({ id, imageUrl, make: 'M' })),
      },
    }),
  })
  await page.goto('/customers/pictures/vehicles')
  await expect(page.getByRole('article')).toHaveCount(4)
  expect(asked.filter((url) => /evil|a\.jpg|R0lG/.test(url))).toEqual([])
})

test.describe('trusted types', () => {
  test.use({ expectedConsole: /The action has been blocked/ })

  test('a string that holds markup cannot become markup by any code of the page', async ({ page }) => {
    await page.goto('/')
    const outcomes = await page.evaluate(() => {
      const attempt = (work: () => void) => {
        try {
          work()
          return 'done'
        } catch {
          return 'refused'
        }
      }
      const { body } = document
      return [
        attempt(() => (document.createElement('div').innerHTML = '<img>')),
        attempt(() => body.insertAdjacentHTML('beforeend', '<p>')),
        attempt(() => (document.createElement('script').src = '/x.js')),
        attempt(() => (document.createElement('script').text = '1')),
      ]
    })
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused'])
  })
})
