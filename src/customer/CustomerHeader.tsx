import { memo, useEffect, useState } from 'react'
import { useSession } from '#src/api/session-context.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { daysSince, formatAge, formatDayAge, type WallDate } from '#src/format/date.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { Link } from '#src/ui/Link.tsx'
import { PlainButton } from '#src/ui/PlainButton.tsx'
import { useAfterPaint } from '#src/ui/use-after-paint.ts'
import { OFFER_CANCEL_AFTER_MS } from './CustomerSkeleton.tsx'
import type { CustomerSearch } from './customer-url.ts'
import { HeaderView } from './HeaderView.tsx'
import { useNow } from './use-now.ts'
import classes from './CustomerHeader.module.css'

const STALE_AFTER_MS = 15 * 60_000

type Props = {
  answer: CustomerAnswer
  search: CustomerSearch
  readAt: number
  isRefreshing: boolean
  onRefresh: () => void
  /** Stops reading again; what is shown stays. */
  onCancel: () => void
}

/** Made for a glance: who this is, how to reach them, and the numbers that matter. */
export const CustomerHeader = memo(function CustomerHeader({ answer, search, ...age }: Props) {
  const session = useSession()
  return <HeaderView answer={answer} search={search} session={session} parts={PARTS} age={<Age {...age} />} />
})

type AgeProps = Pick<Props, 'readAt' | 'isRefreshing' | 'onRefresh' | 'onCancel'>

function Age({ readAt, isRefreshing, onRefresh, onCancel }: AgeProps) {
  const now = useNow()
  const isStale = now - readAt > STALE_AFTER_MS
  return (
    <p className={classes.age} data-stale={isStale || undefined}>
      <span>
        Read {formatAge(readAt, now)}
        {isStale ? ', may have changed' : ''}
      </span>
      <PlainButton className={classes.refresh} disabled={isRefreshing} onClick={onRefresh}>
        Refresh
      </PlainButton>
      {isRefreshing ? <CancelWhenLong onCancel={onCancel} /> : null}
    </p>
  )
}

/** A way out of a wait that has become long. */
function CancelWhenLong({ onCancel }: Pick<Props, 'onCancel'>) {
  const [isLong, setIsLong] = useState(false)
  // Time passes outside React.
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), OFFER_CANCEL_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return isLong ? (
    <PlainButton className={classes.refresh} onClick={onCancel}>
      Cancel
    </PlainButton>
  ) : null
}

/** `5 days ago`. Said after the date is drawn: the dealership's time zone takes the browser longer than the header. */
function DayAge({ date }: { date: WallDate }) {
  const { timeZone } = useSession()
  const now = useNow()
  const isDrawn = useAfterPaint()
  return isDrawn ? formatDayAge(daysSince(date, now, timeZone)) : null
}

const PARTS = { Copy: CopyButton, Link, DayAge }
