import { expect, test } from 'playwright/test'
import { parseExact } from '#src/contract/exact-json.ts'
import { vinFindings } from '#src/findings/vin.ts'
import { parseImportLine } from '../import/import-line.ts'
import type { Body } from './build.ts'
import { sampleLines } from './sample-lines.ts'
import { sampleCustomers, sampleLinks } from './sample-links.ts'

const lines = [...sampleLines()]
const bodies = lines.slice(6).map((line) => parseExact(line) as Body)
const handMade = new Set<string>(Object.values(sampleCustomers))
const generated = bodies.filter((body) => !handMade.has(body.customerInfo?.uuid ?? ''))

test('is the same every time and a valid import file', () => {
  expect([...sampleLines()]).toEqual(lines)
  const kinds = lines.map((line) => parseImportLine(line).type)
  expect(kinds.slice(0, 6)).toEqual(['dealer', 'dealer', 'dealer', 'user', 'user', 'service'])
  expect(kinds.filter((kind) => kind === 'customer').length).toBe(203)
})

test('every hand-made customer is there and every link leads to one', () => {
  const uuids = bodies.map((body) => body.customerInfo?.uuid)
  for (const uuid of handMade) expect(uuids).toContain(uuid)
  for (const link of sampleLinks) expect(handMade).toContain(link.path.split('/')[2])
})

test('VINs have the right check digit and model year', () => {
  for (const body of generated) {
    for (const vehicle of body.customerInfo?.vehicles ?? []) {
      expect(vinFindings(vehicle.vin ?? '', vehicle, 2026), vehicle.vin ?? '').toEqual([])
    }
  }
})

test('phones and e-mail addresses belong to nobody', () => {
  for (const body of bodies) {
    for (const { commType, commValue } of body.customerInfo?.communications ?? []) {
      if (commType === 'PHONE' && commValue?.startsWith('+1')) expect(commValue).toMatch(/^\+1\d{3}55501\d\d$/)
      if (commType === 'EMAIL' && commValue?.includes('@'))
        expect(commValue).toMatch(/@(?:[\w-]+\.)?example\.(?:com|net|org)$/)
    }
  }
})

test('orders span eight years and their tenders mostly balance', () => {
  const orders = generated.flatMap((body) => body.dealerOrderInfoList ?? [])
  const years = new Set(orders.map((order) => order.order_date?.slice(0, 4)))
  expect(years.size).toBeGreaterThanOrEqual(8)
  const withTenders = orders.filter((order) => (order.transactions ?? []).length > 0)
  const balanced = withTenders.filter((order) => {
    const cents = (order.transactions ?? []).reduce(
      (sum, tender) => sum + Math.round(Number(tender.transactionAmount) * 100),
      0,
    )
    return cents === Math.round(Number(order.order_amount) * 100)
  })
  const share = balanced.length / withTenders.length
  expect(share).toBeGreaterThan(0.85)
  expect(share).toBeLessThan(1)
})
