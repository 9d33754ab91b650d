import { Agent, request } from 'undici'
import type { BenchDesk } from './desk.ts'
import { type Times, summary } from './measure.ts'

const MOST_AT_ONCE = 32

const agent = new Agent({ connections: MOST_AT_ONCE })

/** One look-up by one of the people. @returns the body of the answer, which is 200 */
export async function askOnce(desk: BenchDesk, url: string, person: number): Promise<string> {
  const { cookie, body } = desk.people[person % desk.people.length] ?? desk
  const headers = { cookie, 'content-type': 'application/json' }
  const answer = await request(url, { dispatcher: agent, method: 'POST', headers, body })
  const text = await answer.body.text()
  if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}: ${text.slice(0, 200)}`)
  return text
}

export type Load = Times & { perSecond: number }

/**
 * Look-ups by so many people at once, each of whom asks again when the answer is there.
 * @param isOver is asked before each look-up
 */
export async function loadUntil(
  desk: BenchDesk,
  url: string,
  atOnce: number,
  isOver: () => boolean,
): Promise<Load & { longest: number }> {
  const times: number[] = []
  const begun = performance.now()
  let asked = 0
  const one = async () => {
    while (!isOver()) {
      const started = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- each of them asks one after the other
      await askOnce(desk, url, (asked += 1))
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  const perSecond = times.length / ((performance.now() - begun) / 1000)
  return { perSecond, ...summary(times), longest: Math.max(...times) }
}

/** The same for so many seconds, after one more to get warm. */
export async function load(desk: BenchDesk, url: string, atOnce: number, seconds: number): Promise<Load> {
  const during = (length: number) => {
    const until = performance.now() + length * 1000
    return loadUntil(desk, url, atOnce, () => performance.now() >= until)
  }
  await during(1)
  return during(seconds)
}
