import { useEffect, useState } from 'react'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import type { Tab } from './customer-url.ts'
import classes from './CustomerSkeleton.module.css'
import { Button } from '#src/ui/Button.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'

const SHOW_AFTER_MS = 200
const ANNOUNCE_AFTER_MS = 1000
/** A wait that is longer than this is offered a way out. */
export const OFFER_CANCEL_AFTER_MS = 3000
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
      setTimeout(() => announce('Reading the customer'), ANNOUNCE_AFTER_MS),
      setTimeout(() => setStage('long'), OFFER_CANCEL_AFTER_MS),
      setTimeout(() => setStage('slow'), CALL_SLOW_AFTER_MS),
    ]
    return () => timers.forEach(clearTimeout)
  }, [announce])
  if (stage === 'quiet') return <div aria-busy="true" className={classes.quiet} />
  return (
    <div aria-busy="true" className={classes.page}>
      <VisuallyHidden>
        <h1>Reading the customer</h1>
      </VisuallyHidden>
      {stage === 'long' || stage === 'slow' ? (
        <p className={classes.waiting} role="status">
          {stage === 'slow' ? 'The dealer platform is slow. Still reading…' : 'Still reading…'}
          <Button look="plain" size="small" onClick={onCancel}>
            Cancel
          </Button>
        </p>
      ) : null}
      <div aria-hidden="true" className={classes.page}>
        <div className={classes.header}>
          <div className={classes.bone} data-size="name" />
          <div className={classes.bone} data-size="line" />
          <div className={classes.bone} data-size="line" />
        </div>
        <div className={classes.bone} data-size="tabs" />
        <div className={classes.panel} data-tab={tab}>
          {Array.from({ length: tab === 'orders' ? 8 : 4 }, (_, index) => (
            <div key={index} className={classes.bone} data-size="row" />
          ))}
        </div>
      </div>
    </div>
  )
}
