import { type ApiFailure, failureWords, retryWords } from '#src/api/failure.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { Button } from '#src/ui/Button.tsx'
import { Notice } from '#src/ui/Notice.tsx'

type Props = { failure: ApiFailure; onRetry: () => void }

/** A failure in its shortest words, for when nothing more can be fetched to say it. */
export function PlainFailure({ failure, onRetry }: Props) {
  const { title, advice } = failureWords(failure)
  return (
    <Notice title={title} level={1} isAlert>
      <p>{advice}</p>
      <Button onClick={onRetry}>{retryWords(failure)}</Button>
    </Notice>
  )
}

/** The same where there was an answer, but what shows it cannot be fetched. */
export function PlainNotice() {
  return (
    <Notice title="The answer cannot be shown" level={1} isAlert>
      <p>A part of this page could not be loaded. Check the network, then reload the page.</p>
    </Notice>
  )
}

type Messages = { readonly [Name in 'errors' | 'warnings']: readonly CustomerAnswer[Name][number][] }

/** The service's own words, one under the other. */
export function PlainMessages({ errors, warnings }: Messages) {
  const lines = [
    ...errors.map((sent) => [sent.errorTitle, sent.errorMessage, sent.errorCode]),
    ...warnings.map((sent) => [sent.warningTitle, sent.warningMessage, sent.warningCode]),
  ]
  return (
    <div role="alert">
      {lines.map((parts, index) => (
        <p key={index}>{parts.filter((part) => part).join(' · ')}</p>
      ))}
    </div>
  )
}
