import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { type ApiFailure, failureWords, retryWords } from '#src/api/failure.ts'
import type { CustomerSearch, Tab } from '#src/customer/look-up/customer-address.ts'
import { Notice } from '#src/ui/Notice.tsx'
import { FailureActions } from './FailureActions.tsx'
import { FailureDetails } from './FailureDetails.tsx'
import { MessageBanners } from './MessageBanners.tsx'
import classes from './FailurePanel.module.css'

type Props = {
  failure: ApiFailure
  search: CustomerSearch
  tab: Tab
  onRetry: () => void
  /** The form to correct what was refused. */
  children: ReactNode
}

/** A look-up that failed with nothing else to show: what happened, what to do, what to report. */
export function FailurePanel({ failure, search, tab, onRetry, children }: Props) {
  const words = failureWords(failure)
  const { errors = [], warnings = [] } = failure.facts
  const isRefused = failure.reason === 'service-refused' || failure.reason === 'dealer-refused'
  return (
    <div className={classes.panel}>
      {errors.length + warnings.length === 0 ? null : <MessageBanners errors={errors} warnings={warnings} />}
      <Notice title={words.title} level={1} isFocused>
        <p>{words.advice}</p>
        <div className={classes.actions}>
          {isRefused ? null : <Button onClick={onRetry}>{retryWords(failure)}</Button>}
          <FailureActions failure={failure} search={search} tab={tab} />
        </div>
        <FailureDetails failure={failure} />
      </Notice>
      {children}
    </div>
  )
}
