import { printExact } from '#src/contract/exact-json.ts'
import { full, fullName } from './support/extra-customers.ts'
import { expect, test } from './fixtures.ts'
import { heading } from './helpers.ts'

const MANGLES: readonly unknown[] = [undefined, null, 5, 'text', true, {}, [], [null], '-1e400', '0001-01-01']

/** Every place of the record, lists and objects included. */
function* places(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (path.length > 0) yield path
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) yield* places(item, [...path, key])
}

type Mangled = { path: readonly string[]; as: unknown }

function mangled(batch: readonly Mangled[]): string {
  const copy: unknown = JSON.parse(printExact(full.body))
  for (const { path, as } of batch) {
    const holder = path.slice(0, -1).reduce<unknown>((item, key) => (item as Record<string, unknown>)[key], copy)
    const record = holder as Record<string, unknown>
    const key = path.at(-1) ?? ''
    if (as === undefined) delete record[key]
    else record[key] = as
  }
  return JSON.stringify(copy)
}

const TOGETHER = 6
/** Answers to try: a list or an object alone, since it hides what is in it; single values some at a time, from all over the record. */
function batches(paths: readonly (readonly string[])[], as: (index: number) => unknown): Mangled[][] {
  const wrong = paths.map((path, index) => ({ path, as: as(index) }))
  const holds = ({ path }: Mangled) =>
    all.some((other) => other.length > path.length && path.every((key, n) => other[n] === key))
  const values = wrong.filter((place) => !holds(place))
  const count = Math.ceil(values.length / TOGETHER)
  const spread = Array.from({ length: count }, (_, n) => values.filter((_place, index) => index % count === n))
  return [...wrong.filter(holds).map((place) => [place]), ...spread]
}

const all = [...places(JSON.parse(printExact(full.body)))]
// Another customer's record is stopped on purpose; without a name the header shows the company or the UUID.
const isOfHeader = (path: readonly string[]) => /^customerInfo(?:\.(?:uuid|fname|lname))?$/.test(path.join('.'))

// What a tab shows; the first one also has something of every section.
const tabs: [part: string, shows: RegExp][] = [
  ['', /^/],
  ['/vehicles', /^(?:customerInfo\.vehicles|dealerOrderInfoList)(?:\.|$)/],
  ['/orders?order=full-order', /^(?:dealerOrderInfoList|customerInfo\.vehicles)(?:\.|$)/],
  ['/addresses', /^addressList/],
]
for (const [offset, [part, shows]] of tabs.entries()) {
  test(`no field that is missing or wrong takes the page down: ${part || 'customer info'}`, async ({
    page,
    signIn,
    front,
  }) => {
    await signIn()
    front.answer('full-record', { status: 200, body: printExact(full.body) })
    await page.goto(`/customers/full-record${part}`)
    await expect(heading(page, fullName)).toBeVisible()
    const shown = all.filter((item) => !isOfHeader(item) && shows.test(item.join('.')))
    for (const batch of batches(shown, (index) => MANGLES[(index + offset) % MANGLES.length])) {
      front.answer('full-record', { status: 200, body: mangled(batch) })
      const before = front.lookUps.length
      await page.getByRole('button', { name: 'Refresh' }).click()
      await expect.poll(() => front.lookUps.length, { intervals: [10, 20, 50] }).toBe(before + 1)
      await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled()
      await expect(heading(page, fullName), JSON.stringify(batch)).toBeVisible()
      await expect(page.getByRole('tabpanel')).not.toContainText('The rest of the record is not affected')
    }
  })
}

test('a record from which any one field is missing still has its header', async ({ page, signIn, front }) => {
  await signIn()
  front.answer('full-record', { status: 200, body: printExact(full.body) })
  await page.goto('/customers/full-record')
  await expect(heading(page, fullName)).toBeVisible()
  const ofHeader = all.filter(isOfHeader).map((path) => [{ path, as: undefined }])
  const others = batches(
    all.filter((path) => !isOfHeader(path)),
    () => undefined,
  )
  for (const batch of [...ofHeader, ...others]) {
    front.answer('full-record', { status: 200, body: mangled(batch) })
    const before = front.lookUps.length
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect.poll(() => front.lookUps.length, { intervals: [10, 20, 50] }).toBe(before + 1)
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled()
    // Without a first or last name, or without any, there is still something to call the customer.
    await expect(page.getByRole('region', { name: 'Customer' }).getByRole('heading', { level: 1 })).toHaveText(
      batch.some(({ path }) => isOfHeader(path)) ? /\S/ : fullName,
    )
  }
})
