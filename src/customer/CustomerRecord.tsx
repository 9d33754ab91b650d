import { type ApiFailure, failureWords } from '#src/api/failure.ts'
import { useSession } from '#src/api/session-context.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { formatClock } from '#src/format/date.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { SectionBoundary } from '#src/ui/SectionBoundary.tsx'
import { useAfterPaint } from '#src/ui/use-after-paint.ts'
import { CustomerHeader } from './CustomerHeader.tsx'
import { CustomerTabs } from './CustomerTabs.tsx'
import type { Answered } from './outcome.ts'
import type { CustomerSearch, Tab } from './customer-url.ts'
import { AnswerDetails } from './FailureDetails.tsx'
import { MessageBanners } from './MessageBanners.tsx'
import { RawText } from './raw/raw-text.ts'
import classes from './CustomerRecord.module.css'
import { Button } from '#src/ui/Button.tsx'

type Props = {
  answer: CustomerAnswer
  answered: Answered
  search: CustomerSearch
  tab: Tab
  /** Why the latest try to read it again failed; the record shown is the one read before. */
  failure: ApiFailure | undefined
  readAt: number
  isRefreshing: boolean
  onRefresh: () => void
  onCancel: () => void
}

/** A customer who was found: messages, header, tabs. */
export function CustomerRecord(props: Props) {
  const { answer, answered, search, tab, failure, readAt, isRefreshing, onRefresh, onCancel } = props
  // The header is what people wait for: it is drawn first, what stands below it right after.
  const isHeaderDrawn = useAfterPaint()
  return (
    <div className={classes.record} aria-busy={isRefreshing}>
      {isRefreshing ? <div className={classes.progress} aria-hidden="true" /> : null}
      {failure === undefined ? null : <RefreshFailure failure={failure} readAt={readAt} onRetry={onRefresh} />}
      <MessageBanners errors={answer.errors} warnings={answer.warnings} onRetry={onRefresh} />
      {answer.errors.length === 0 ? null : (
        <div className={classes.incomplete}>
          <p>Some of this may be incomplete.</p>
          <AnswerDetails answered={answered} answer={answer} />
        </div>
      )}
      <SectionBoundary name="The header">
        <CustomerHeader
          answer={answer}
          search={search}
          readAt={readAt}
          isRefreshing={isRefreshing}
          onRefresh={onRefresh}
          onCancel={onCancel}
        />
      </SectionBoundary>
      {isHeaderDrawn ? (
        <RawText value={answered.text}>
          <CustomerTabs answer={answer} search={search} tab={tab} />
        </RawText>
      ) : null}
    </div>
  )
}

type RefreshFailureProps = { failure: ApiFailure; readAt: number; onRetry: () => void }

function RefreshFailure({ failure, readAt, onRetry }: RefreshFailureProps) {
  const { timeZone } = useSession()
  const words = failureWords(failure)
  return (
    <Banner
      tone="error"
      title={words.title}
      message={`Showing what was read at ${formatClock(readAt, timeZone)}. ${words.advice}`}
      code={failure.facts.status === undefined ? undefined : String(failure.facts.status)}
      reference={failure.facts.requestId}
    >
      {failure.reason === 'service-refused' ? null : (
        <Button size="small" look="plain" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Banner>
  )
}
