import { CustomerResponse } from './customer.ts'
import { ExactNumber } from './exact-json.ts'
import { type Kind, kinds } from './scalars.ts'
import type { z } from './zod.ts'

type Schema = z.core.$ZodType

/** A leaf of a record: where it stands, what kind it is, what was put there. */
export type Leaf = { path: string; kind: Kind; value: unknown }

/**
 * A 200 body in which every field of the contract has a value of its own, walked out of the schemas: a
 * field that is added to the contract is in here without anybody thinking of it.
 * @param fixed values for paths such as `customerInfo.dealerId`; lists have one entry, named without index
 */
export function fullRecord(fixed: Readonly<Record<string, unknown>>): { body: unknown; leaves: Leaf[] } {
  const leaves: Leaf[] = []
  let count = 0
  const fill = (schema: Schema, path: string): unknown => {
    const def = schema._zod.def as {
      innerType?: Schema
      shape?: Record<string, Schema>
      element?: Schema
      entries?: Record<string, string>
    }
    if (def.innerType !== undefined) return fill(def.innerType, path)
    if (def.element !== undefined) return [fill(def.element, path)]
    if (def.shape !== undefined) {
      return Object.fromEntries(
        Object.entries(def.shape).map(([key, field]) => [key, fill(field, path === '' ? key : `${path}.${key}`)]),
      )
    }
    count += 1
    const kind = kinds.get(schema)?.kind ?? 'text'
    const value = fixed[path] ?? sample(kind, path, count, def.entries)
    leaves.push({ path, kind, value })
    return value
  }
  return { body: fill(CustomerResponse, ''), leaves }
}

function sample(kind: Kind, path: string, count: number, entries: Record<string, string> | undefined): unknown {
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
      return Object.values(entries ?? {})[0]
  }
}
