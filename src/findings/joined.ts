import * as words from '#words/findings'

/** `street and unit`. */
export function joinedByAnd(names: readonly string[]): string {
  return joined(names, words.and)
}

/** `2005 or 2035`. */
export function joinedByOr(names: readonly string[]): string {
  return joined(names, words.or)
}

function joined(names: readonly string[], join: (given: { names: string; next: string }) => string): string {
  const [first = '', ...others] = names
  return others.reduce((before, next) => join({ names: before, next }), first)
}
