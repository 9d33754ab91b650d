import { useMemo } from 'react'
import type { Clock } from '#src/format/read-date.ts'
import { useSession } from '#src/session/session-context.ts'
import { useNow } from '#src/ui/use-now.ts'

const HOUR_MS = 3_600_000

/** The dealership's clock, for telling what is still to come. To the hour, so that a table is not drawn again each minute. */
export function useClock(): Clock {
  const { timeZone } = useSession()
  const now = Math.floor(useNow() / HOUR_MS) * HOUR_MS
  return useMemo(() => ({ now, timeZone }), [now, timeZone])
}
