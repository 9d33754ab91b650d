import { Bool, DateTime, Decimal, Identifier, Int32, Int64, kinds, Text } from './scalars.ts'
import type { Kind, Leaf, Shape, ValueOf } from './shape.ts'
import { z } from './zod.ts'

const LEAVES: Readonly<Record<Exclude<Kind, 'enum'>, z.ZodMiniType>> = {
  text: Text,
  identifier: Identifier,
  int64: Int64,
  int32: Int32,
  decimal: Decimal,
  boolean: Bool,
  'date-time': DateTime,
}

/** The strict schema of a shape: for what is imported, and for the description of the HTTP surface. */
export function schemaOf<S extends Shape>(shape: S): z.ZodMiniType<ValueOf<S>> {
  return make(shape) as z.ZodMiniType<ValueOf<S>>
}

function make(shape: Shape): z.ZodMiniType {
  if ('fields' in shape) {
    return z.object(
      Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, z.nullish(make(field))])),
    )
  }
  if ('item' in shape) return z.array(make(shape.item), 'must be a list')
  return shape.kind === 'enum' ? oneOf(shape) : LEAVES[shape.kind as Exclude<Kind, 'enum'>]
}

function oneOf({ values = [] }: Leaf): z.ZodMiniType {
  const schema = z.enum(values, `must be one of ${values.join(', ')}`)
  kinds.add(schema, { kind: 'enum' })
  return schema
}
