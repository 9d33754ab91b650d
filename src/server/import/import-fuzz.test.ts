import fc from 'fast-check'
import { expect, test } from 'playwright/test'
import { parseExact, printExact } from '#src/contract/exact-json.ts'
import { fullCustomer } from '../testing/desk.ts'
import { emptyDatabase } from '../testing/memory-database.ts'
import { ImportProblem, parseImportLine } from './import-line.ts'
import { importLines } from './import-lines.ts'

const LINES = 2000
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

/** JSON that some layer between the file and a column may read otherwise than the next. */
const odd = fc.oneof(
  fc.constantFrom(
    ...['1.0', '-0', '-0.0', '0e0', '1E5', '1e400', '1e-400', '1e-1001', '1e-16384', '1e-20000', '1e200000', '12.50'],
    ...['9223372036854775807', '9223372036854775808', '-9223372036854775808', '2147483648', '-2147483648'],
    ...['"\\u0000"', '"a\\ud83d"', '"\\udc00\\ud800"', '"\\ud83d\\ude00"', '"\\\\u0000"', '"\u2028"', '"\uFEFF"'],
    ...['null', 'true', '"true"', '""', '[]', '{}', '[null]', '[{}]', '{"__proto__":1}', '{"a\\u0000":1}', '{"":""}'],
    ...[
      '"2025-04-07T24:00:00Z"',
      '"2025-04-07T07:51:23+15:59"',
      '"2025-04-07T07:51:23-16:00"',
      '"0001-01-01T00:00:00Z"',
    ],
    ...['"9999-12-31T23:59:59.999999999-15:59"', '"2025-06-30T23:59:60Z"', '"2025-04-07T07:51:23.1234567890Z"'],
    ...[nested(99), nested(101), nested(7000), `0.${'1'.repeat(900)}`, '9'.repeat(900), '9'.repeat(200_000)],
  ),
  fc.json({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.double().map((number) => JSON.stringify(number)),
)

/** A key that is new, or that means something further in. */
const key = fc.oneof(
  fc.constantFrom('owner', 'position', 'absent', 'null_lists', 'update_ts_text', 'item', 'value', 'type', 'id'),
  fc.string(),
)

type Holder = Record<string, unknown> | unknown[]
const isHolder = (value: unknown): value is Holder =>
  Array.isArray(value) || (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)

/** Every list and object of a record, from the outermost in. */
function holders(value: unknown): Holder[] {
  return isHolder(value) ? [value, ...Object.values(value).flatMap(holders)] : []
}

const PLACE = 'the place of a value'
const mutated = fc
  .record({ number: fc.nat(), holder: fc.nat(), slot: fc.nat(), added: fc.option(key), value: odd, cut: fc.nat(50) })
  .map(({ number, holder, slot, added, value, cut }) => {
    const record = parseExact(printExact(fullCustomer.body)) as { customerInfo: { uuid: string } }
    record.customerInfo.uuid = `odd-${number}`
    const all = holders(record)
    const chosen = all[holder % all.length] as Record<string, unknown>
    const keys = Object.keys(chosen)
    chosen[added ?? keys[slot % keys.length] ?? 'x'] = PLACE
    const text = printExact({ type: 'customer', ...record }).replace(JSON.stringify(PLACE), () => value)
    // Now and then a character is missing as well.
    return cut > 0 ? text : text.slice(0, slot % text.length) + text.slice((slot % text.length) + 1)
  })

test('what the check lets through, the database takes', async () => {
  const passed: string[] = []
  for (const line of fc.sample(mutated, { numRuns: LINES, seed: 20_260_101 })) {
    try {
      const parsed = parseImportLine(line)
      if (parsed.type === 'customer' && parsed.dealerId === '17') passed.push(line)
    } catch (error) {
      // Anything else is a fault of the check itself.
      if (!(error instanceof ImportProblem)) throw error
    }
  }
  expect(passed.length).toBeGreaterThan(LINES / 4)
  expect(passed.length).toBeLessThan(LINES)
  const db = await emptyDatabase()
  const counts = await importLines(db, ['{"type":"dealer","id":17,"uuid":"d","name":"D"}', ...passed])
  expect(counts.customers).toBe(passed.length)
  await db.close()
})
