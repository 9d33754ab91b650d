import { Button } from '@mantine/core'
import { type ApiFailure, failureWords } from '#src/api/failure.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { SectionBoundary } from '#src/ui/SectionBoundary.tsx'
import { CustomerHeader } from './CustomerHeader.tsx'
import { CustomerTabs } from './CustomerTabs.tsx'
import type { CustomerSearch, Tab } from './customer-url.ts'
import { MessageBanners } from './MessageBanners.tsx'
import classes from './CustomerRecord.module.css'

type Props = {
  answer: CustomerAnswer
  search: CustomerSearch
  tab: Tab
  /** Why the latest try to read it again failed; the record shown is the one read before. */
  failure: ApiFailure | undefined
  readAt: number
  isRefreshing: boolean
  onRefresh: () => void
}

/** A customer who was found: messages, header, tabs. */
export function CustomerRecord({ answer, search, tab, failure, readAt, isRefreshing, onRefresh }: Props) {
  return (
    <div className={classes.record} aria-busy={isRefreshing}>
      {isRefreshing ? <div className={classes.progress} aria-hidden="true" /> : null}
      {failure === undefined ? null : <RefreshFailure failure={failure} onRetry={onRefresh} />}
      <MessageBanners errors={answer.errors} warnings={answer.warnings} onRetry={onRefresh} />
      {answer.errors.length === 0 ? null : <p className={classes.incomplete}>Some of this may be incomplete.</p>}
      <SectionBoundary name="The header">
        <CustomerHeader
          answer={answer}
          search={search}
          readAt={readAt}
          isRefreshing={isRefreshing}
          onRefresh={onRefresh}
        />
      </SectionBoundary>
      <CustomerTabs answer={answer} search={search} tab={tab} />
    </div>
  )
}

function RefreshFailure({ failure, onRetry }: { failure: ApiFailure; onRetry: () => void }) {
  const words = failureWords(failure)
  const reference = failure.facts.requestId
  return (
    <Banner
      tone="error"
      title={words.title}
      message={`What was read before is still shown. ${words.advice}`}
      code={reference === undefined ? undefined : `of the answer ${failure.facts.status}, reference ${reference}`}
    >
      <Button size="xs" variant="default" onClick={onRetry}>
        Try again
      </Button>
    </Banner>
  )
}
