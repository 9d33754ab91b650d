import * as words from '#words/outcome'
import * as buttons from '#words/buttons'
import { Button, Paper, Skeleton, VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Tab } from '#src/customer/look-up/customer-address.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import classes from './CustomerSkeleton.module.css'

const SHOW_AFTER_MS = 200
const ANNOUNCE_AFTER_MS = 1000
/** A wait that is longer than this is offered a way out. */
const OFFER_CANCEL_AFTER_MS = 3000
const CALL_SLOW_AFTER_MS = 10_000

type Props = { tab: Tab; onCancel: () => void }

/** The layout of what is coming; a quick answer never lets it flash. */
export function CustomerSkeleton({ tab, onCancel }: Props) {
  const announce = useAnnounce()
  const [stage, setStage] = useState<'quiet' | 'shown' | 'long' | 'slow'>('quiet')
  // Time passes outside React.
  useEffect(() => {
    const timers = [
      setTimeout(() => setStage('shown'), SHOW_AFTER_MS),
      setTimeout(() => announce(words.reading()), ANNOUNCE_AFTER_MS),
      setTimeout(() => setStage('long'), OFFER_CANCEL_AFTER_MS),
      setTimeout(() => setStage('slow'), CALL_SLOW_AFTER_MS),
    ]
    return () => timers.forEach(clearTimeout)
  }, [announce])
  if (stage === 'quiet') return <div aria-busy="true" className={classes.quiet} />
  return (
    <div aria-busy="true" className={classes.page}>
      <VisuallyHidden component="h1">{words.reading()}</VisuallyHidden>
      {stage === 'long' || stage === 'slow' ? (
        <p className={classes.waiting} role="status">
          {stage === 'slow' ? words.slow() : words.stillReading()}
          <Button variant="default" size="xs" onClick={onCancel}>
            {buttons.cancel()}
          </Button>
        </p>
      ) : null}
      <div aria-hidden="true" className={classes.page}>
        <Paper withBorder radius={12} className={classes.header}>
          <Skeleton height={26} width="min(320px, 60%)" />
          <Skeleton height={14} width="min(480px, 80%)" />
          <Skeleton height={14} width="min(480px, 80%)" />
        </Paper>
        <Skeleton height={20} width="min(420px, 90%)" />
        <Paper withBorder radius={12} className={classes.panel}>
          {Array.from({ length: tab === 'orders' ? 8 : 4 }, (_, index) => (
            <Skeleton key={index} height={20} />
          ))}
        </Paper>
      </div>
    </div>
  )
}
