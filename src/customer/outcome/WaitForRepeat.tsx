import * as words from '#words/outcome'
import * as buttons from '#words/buttons'
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type ApiFailure, failureWords } from '#src/api/failure.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { Notice } from '#src/ui/Notice.tsx'
import classes from './FailurePanel.module.css'

type Props = { failure: ApiFailure; onCancel: () => void; onRetry: () => void }

/** The time until the page asks again by itself, told while it passes. */
export function WaitForRepeat({ failure, onCancel, onRetry }: Props) {
  const seconds = useSecondsUntilRepeat(failure)
  return (
    <Notice title={failureWords(failure).title} level={1} isFocused>
      <p>{waitWords(seconds)}</p>
      <div className={classes.actions}>
        {failure.reason === 'too-many' || seconds === 0 ? null : <Button onClick={onRetry}>{words.tryNow()}</Button>}
        <Button variant="default" onClick={onCancel}>
          {buttons.cancel()}
        </Button>
      </div>
    </Notice>
  )
}

type BannerProps = { failure: ApiFailure; what: string; onCancel: () => void }

/** The same above what stays on the screen. */
export function WaitForRepeatBanner({ failure, what, onCancel }: BannerProps) {
  const seconds = useSecondsUntilRepeat(failure)
  return (
    <Banner tone="warning" title={failureWords(failure).title} message={what}>
      {/* Each second read out would drown everything else. */}
      <span aria-live="off">{waitWords(seconds)}</span>
      <Button size="xs" variant="default" onClick={onCancel}>
        {buttons.cancel()}
      </Button>
    </Banner>
  )
}

const waitWords = (seconds: number): string => (seconds === 0 ? words.tryingAgain() : words.nextTry({ seconds }))

function useSecondsUntilRepeat(failure: ApiFailure): number {
  const next = failure.at + Math.max(failure.facts.retryAfterSeconds ?? 1, 1) * 1000
  const [now, setNow] = useState(failure.at)
  // Time passes outside React.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.ceil((next - now) / 1000))
}
