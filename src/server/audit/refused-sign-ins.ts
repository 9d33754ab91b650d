import type { AuditRow } from './audit-row.ts'

const WINDOW_MS = 60_000
/** Addresses and accounts told apart at the same time; beyond that the rest is one more. */
const MOST_KEYS = 10_000

/**
 * Counts refused sign-ins, so that nobody who is not signed in can fill the record: of an address, an account and an outcome
 * the first in a minute is a row at once, and all that follow in it are one more row with their number.
 * @param write adds a row; what fails later is told to `onError`
 */
export function refusedSignIns(
  write: (row: AuditRow) => Promise<void>,
  onError: (error: unknown) => void,
): { add(row: AuditRow): Promise<void>; close(): Promise<void> } {
  type Window = { more: AuditRow | undefined; timer: NodeJS.Timeout }
  const windows = new Map<string, Window>()

  async function end(key: string): Promise<void> {
    const window = windows.get(key)
    if (window === undefined) return
    windows.delete(key)
    clearTimeout(window.timer)
    if (window.more !== undefined) await write(window.more).catch(onError)
  }

  return {
    async add(row) {
      const named = JSON.stringify([row.address, row.actor_kind, row.actor_id, row.outcome])
      const key = windows.has(named) || windows.size < MOST_KEYS ? named : ''
      const window = windows.get(key)
      if (window === undefined) {
        windows.set(key, { more: undefined, timer: setTimeout(() => void end(key), WINDOW_MS).unref() })
        return write(row)
      }
      window.more = { ...row, times: (window.more?.times ?? 0) + 1 }
    },
    async close() {
      await Promise.all([...windows.keys()].map(end))
    },
  }
}
