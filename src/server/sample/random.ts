/** Numbers that look random and are the same on every machine: the sample must not change between starts. */
export type Random = {
  /** From 0 up to and without 1. */
  next(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  pick<T extends readonly [unknown, ...unknown[]]>(items: T): T[number]
  chance(probability: number): boolean
  text(alphabet: string, length: number): string
}

/** mulberry32, a public-domain generator with 32 bits of state. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    chance: (probability) => next() < probability,
    text: (alphabet, length) => Array.from({ length }, () => alphabet.charAt(between(0, alphabet.length - 1))).join(''),
  }
}
