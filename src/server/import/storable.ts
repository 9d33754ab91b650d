import { ExactNumber } from '#src/contract/exact-json.ts'
import { isStorable } from '#src/contract/scalars.ts'

/** Deeper than any record is; what reads JSON step by step has no end of memory for more. */
const MAX_DEPTH = 100
/** On each side of the point: far from what PostgreSQL's numbers end at, and from what money is. */
const MAX_DIGITS = 1000

/**
 * What PostgreSQL's JSON cannot hold, wherever it stands: also under a key that the contract does not know, since a line
 * goes to the database as it was written.
 * @returns the place and the reason, or undefined when all of it can be stored
 */
export function storableProblem(value: unknown): string | undefined {
  return problemIn(value, '', 0)
}

function problemIn(value: unknown, path: string, depth: number): string | undefined {
  const says = (reason: string) => `${path === '' ? 'the line' : path} ${reason}`
  if (typeof value === 'string') {
    return isStorable(value) ? undefined : says('must not hold the NUL character or half a surrogate pair')
  }
  if (value instanceof ExactNumber) {
    return hasFewDigits(value.text)
      ? undefined
      : says(`must have at most ${MAX_DIGITS.toLocaleString('en-US')} digits before and after the point`)
  }
  if (typeof value !== 'object' || value === null) return undefined
  if (depth >= MAX_DEPTH) return nestedProblem()
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const problem = problemIn(item, `${path}[${index}]`, depth + 1)
      if (problem !== undefined) return problem
    }
    return undefined
  }
  for (const [key, item] of Object.entries(value)) {
    if (!isStorable(key)) {
      return says('has a key that holds the NUL character or half a surrogate pair')
    }
    const problem = problemIn(item, path === '' ? shown(key) : `${path}.${shown(key)}`, depth + 1)
    if (problem !== undefined) return problem
  }
  return undefined
}

/** What is said of a line with lists in lists in lists; no place, which would be as deep. */
export const nestedProblem = (): string => `must not be nested more than ${MAX_DEPTH} deep`

/** A key of the file may be anything; in a message it is a name. */
const shown = (key: string): string => (/^[\w$-]{1,64}$/.test(key) ? key : '(another key)')

function hasFewDigits(text: string): boolean {
  const match = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text)
  const [, whole = '', fraction = '', exponent = '0'] = match ?? []
  const shift = Number(exponent)
  return whole.length + fraction.length + Math.abs(shift) <= MAX_DIGITS
}

const IS_WHOLE_WITH_POINT = /\d\.0+(?!\d)/
const STRING_PART_OR_NUMBER = /\\[^]|"|-?\d[\d.eE+-]*/g

/**
 * Writes 1.0 as 1.0e0, which {@link parseExact} keeps as it is written instead of making it 1: PostgreSQL's whole numbers
 * do not take a point.
 */
export function markPoints(json: string): string {
  if (!IS_WHOLE_WITH_POINT.test(json)) return json
  let isText = false
  return json.replace(STRING_PART_OR_NUMBER, (token) => {
    if (token === '"') isText = !isText
    return !isText && /^-?\d+\.0+$/.test(token) ? `${token}e0` : token
  })
}
