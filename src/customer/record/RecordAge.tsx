import * as words from '#words/record'
import * as buttons from '#words/buttons'
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatAge } from '#src/format/date.ts'
import { useNow } from '#src/ui/use-now.ts'
import classes from './CustomerHeader.module.css'

const STALE_AFTER_MS = 15 * 60_000
/** A wait that is longer than this is offered a way out. */
const OFFER_CANCEL_AFTER_MS = 3000

type Props = { readAt: number; isRefreshing: boolean; onRefresh: () => void; onCancel: () => void }

/** How old the record is, and the way to a newer one. */
export function RecordAge({ readAt, isRefreshing, onRefresh, onCancel }: Props) {
  const now = useNow()
  const ago = formatAge(readAt, now)
  const isStale = now - readAt > STALE_AFTER_MS
  return (
    <p className={classes.age} data-stale={isStale || undefined}>
      <span>{isStale ? words.updatedStale({ ago }) : words.updated({ ago })}</span>
      <Button
        variant="transparent"
        size="compact-sm"
        className={classes.refresh}
        disabled={isRefreshing}
        onClick={onRefresh}
      >
        {words.refresh()}
      </Button>
      {isRefreshing ? <CancelWhenLong onCancel={onCancel} /> : null}
    </p>
  )
}

function CancelWhenLong({ onCancel }: Pick<Props, 'onCancel'>) {
  const [isLong, setIsLong] = useState(false)
  // Time passes outside React.
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), OFFER_CANCEL_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return isLong ? (
    <Button variant="transparent" size="compact-sm" className={classes.refresh} onClick={onCancel}>
      {buttons.cancel()}
    </Button>
  ) : null
}
