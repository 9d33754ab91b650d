import { type ApiFailure, failureWords, retryWords } from '#src/api/failure.ts'
import { Button } from '#src/ui/Button.tsx'
import { Notice } from '#src/ui/Notice.tsx'
import type { CustomerSearch } from './customer-url.ts'
import { Correct, FailureActions, FailureDetails, MessageBanners } from './unusual.ts'
import classes from './FailurePanel.module.css'

type Props = { failure: ApiFailure; search: CustomerSearch; onRetry: () => void }

/**
 * A look-up that failed with nothing else to show: what happened, what to do, what to report. The words need nothing that
 * would have to be fetched: there may be no network.
 */
export function FailurePanel({ failure, search, onRetry }: Props) {
  const words = failureWords(failure)
  const { errors = [], warnings = [] } = failure.facts
  const isRefused = failure.reason === 'service-refused' || failure.reason === 'dealer-refused'
  return (
    <div className={classes.panel}>
      {errors.length + warnings.length === 0 ? null : <MessageBanners errors={errors} warnings={warnings} />}
      <Notice title={words.title} level={1} isAlert>
        <p>{words.advice}</p>
        <div className={classes.actions}>
          {isRefused ? null : <Button onClick={onRetry}>{retryWords(failure)}</Button>}
          <FailureActions failure={failure} search={search} />
        </div>
        <FailureDetails failure={failure} />
      </Notice>
      {failure.reason === 'rejected' ? <Correct failure={failure} search={search} onSame={onRetry} /> : null}
    </div>
  )
}
