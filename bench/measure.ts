/** Times of one thing, in milliseconds. */
export type Times = { median: number; p99: number }

/**
 * Runs each of the named things in turn, round after round, so that whatever the machine does besides
 * hits all of them alike.
 */
export async function inTurn<Name extends string>(
  things: Readonly<Record<Name, () => unknown>>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Record<Name, Times>> {
  const names = Object.keys(things) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of names) {
      const started = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- one at a time is what is measured
      await things[name]()
      if (round >= 0) times[name].push(performance.now() - started)
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(times[name])])) as Record<Name, Times>
}

export function summary(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
  return { median: at(0.5), p99: at(0.99) }
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`
export const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
export const median = (times: readonly number[]): number => summary(times).median
export const ratio = (value: number, base: number): string => `${(value / base).toFixed(2)}×`

/** Prints one line of the report. */
export function report(what: string, figures: string): void {
  console.log(`  ${what.padEnd(52)} ${figures}`)
}
