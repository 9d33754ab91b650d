import { useEffect, useState } from 'react'
import { type ApiFailure, failureWords } from '#src/api/failure.ts'
import { Notice } from '#src/ui/Notice.tsx'
import classes from './FailurePanel.module.css'
import { Button } from '#src/ui/Button.tsx'

type Props = { failure: ApiFailure; onCancel: () => void; onRetry: () => void }

/** The time until the page asks again by itself, told while it passes. */
export function WaitForRepeat({ failure, onCancel, onRetry }: Props) {
  const next = failure.at + Math.max(failure.facts.retryAfterSeconds ?? 1, 1) * 1000
  const [now, setNow] = useState(failure.at)
  // Time passes outside React.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return (
    <Notice title={failureWords(failure).title} level={1} isAlert>
      <p>Next try in {Math.max(0, Math.ceil((next - now) / 1000))} s.</p>
      <div className={classes.actions}>
        {failure.reason === 'too-many' ? null : <Button onClick={onRetry}>Try now</Button>}
        <Button look="plain" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </Notice>
  )
}
