import { CustomerResponse } from './customer.ts'
import { ExactNumber } from './exact-json.ts'
import type { Kind, Shape } from './shape.ts'

/** A leaf of a record: where it stands, what kind it is, what was put there. */
export type Leaf = { path: string; kind: Kind; value: unknown }

/**
 * A 200 body in which every field of the contract has a value of its own, walked out of the shapes: a
 * field that is added to the contract is in here without anybody thinking of it.
 * @param fixed values for paths such as `customerInfo.dealerId`; lists have one entry, named without index
 */
export function fullRecord(fixed: Readonly<Record<string, unknown>>): { body: unknown; leaves: Leaf[] } {
  const leaves: Leaf[] = []
  let count = 0
  const fill = (shape: Shape, path: string): unknown => {
    if ('item' in shape) return [fill(shape.item, path)]
    if ('fields' in shape) {
      return Object.fromEntries(
        Object.entries(shape.fields).map(([key, field]) => [key, fill(field, path === '' ? key : `${path}.${key}`)]),
      )
    }
    count += 1
    const { kind, values } = shape
    const value = fixed[path] ?? sample(kind, path, count, values)
    leaves.push({ path, kind, value })
    return value
  }
  return { body: fill(CustomerResponse, ''), leaves }
}

function sample(kind: Kind, path: string, count: number, values: readonly string[] | undefined): unknown {
  switch (kind) {
    case 'text':
      return `${path.split('.').at(-1)} no ${count}`
    case 'identifier':
      return `uuid-${count}-${'x'.repeat(30)}`
    case 'int64':
      return new ExactNumber(String(9_007_199_254_740_993n + BigInt(count)))
    case 'int32':
      return 20_000 + count
    case 'decimal':
      return 1000 + count + 0.25
    case 'boolean':
      return true
    case 'date-time':
      return '2025-04-07T07:51:23.970Z'
    case 'enum':
      return values?.[0]
  }
}
