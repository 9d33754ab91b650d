import { LANGUAGE } from './language.ts'

/** For sorting names as people do: `Store 2` before `Store 10`. */
export function sortedByName<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const { compare } = new Intl.Collator(LANGUAGE, { numeric: true })
  return [...items].sort((a, b) => compare(nameOf(a), nameOf(b)))
}
