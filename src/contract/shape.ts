import type { ExactNumber } from './exact-json.ts'

/** What a single value is. On the wire int64, int32 and decimal are numbers; in memory they are their decimal text. */
export type Kind = 'text' | 'identifier' | 'int64' | 'int32' | 'decimal' | 'boolean' | 'date-time' | 'enum'

export type Leaf<K extends Kind = Kind> = { readonly kind: K; readonly values?: readonly string[] }
export type List<Item extends Shape = Shape> = { readonly item: Item }
export type Fields<F extends FieldMap = FieldMap> = { readonly fields: F }
type FieldMap = { readonly [name: string]: Shape }

/**
 * What the contract says of a value, as plain data: the page reads answers by it and loads no validator for that;
 * the server makes its schemas from it. Every field may be missing or null.
 */
export type Shape = Leaf | { readonly item: Shape } | { readonly fields: FieldMap }

/** A value of this shape, as it stands in memory. */
export type ValueOf<S> =
  S extends Fields<infer F>
    ? { [Name in keyof F]?: ValueOf<F[Name]> | null | undefined }
    : S extends List<infer Item>
      ? ValueOf<Item>[]
      : S extends Leaf<'boolean'>
        ? boolean
        : string

/** The same as it goes over the wire: numbers are numbers. */
export type WireValueOf<S> =
  S extends Fields<infer F>
    ? { [Name in keyof F]?: WireValueOf<F[Name]> | null | undefined }
    : S extends List<infer Item>
      ? WireValueOf<Item>[]
      : S extends Leaf<'boolean'>
        ? boolean
        : S extends Leaf<'int64' | 'int32' | 'decimal'>
          ? number | ExactNumber
          : string

const leaf = <K extends Kind>(kind: K): Leaf<K> => ({ kind })

export const text = leaf('text')
export const identifier = leaf('identifier')
export const int64 = leaf('int64')
export const int32 = leaf('int32')
export const decimal = leaf('decimal')
export const boolean = leaf('boolean')
export const dateTime = leaf('date-time')
export const oneOf = (...values: string[]): Leaf<'enum'> => ({ kind: 'enum', values })
export const listOf = <Item extends Shape>(item: Item): List<Item> => ({ item })
export const fields = <F extends FieldMap>(map: F): Fields<F> => ({ fields: map })
