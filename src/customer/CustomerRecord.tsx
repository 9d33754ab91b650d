import { useState } from 'react'
import type { ApiFailure } from '#src/api/failure.ts'
import { useSession } from '#src/api/session-context.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { formatClock } from '#src/format/date.ts'
import { SectionBoundary } from '#src/ui/SectionBoundary.tsx'
import { useAfterPaint } from '#src/ui/use-after-paint.ts'
import { CustomerHeader } from './CustomerHeader.tsx'
import { CustomerTabs } from './CustomerTabs.tsx'
import { takeGlance } from './glance-drawn.ts'
import type { Answered } from './outcome.ts'
import type { CustomerSearch, Tab } from './customer-url.ts'
import { RawBytes } from './raw/raw-bytes.ts'
import { RefreshFailure } from './RefreshFailure.tsx'
import { AnswerDetails, MessageBanners, WaitForRepeatBanner } from './unusual.ts'
import classes from './CustomerRecord.module.css'

type Props = {
  answer: CustomerAnswer
  answered: Answered
  search: CustomerSearch
  tab: Tab
  /** Why the latest try to read it again failed; the record shown is the one read before. */
  failure: ApiFailure | undefined
  /** Why it is being read again once more, when the server said how long to wait before that. */
  waiting: ApiFailure | undefined
  /** The latest try was ended by the person. */
  isCancelled: boolean
  readAt: number
  isRefreshing: boolean
  onRefresh: () => void
  onCancel: () => void
}

/** A customer who was found: messages, header, tabs. */
export function CustomerRecord(props: Props) {
  const { answer, answered, search, tab, failure, waiting, isCancelled, readAt, isRefreshing, onRefresh, onCancel } =
    props
  const { timeZone } = useSession()
  const readAs = `Showing what was read at ${formatClock(readAt, timeZone)}.`
  // The header is what people wait for: it is drawn first, what stands below it right after. When it can be read
  // already, all is drawn at once.
  const [isGlanced] = useState(takeGlance)
  const isPainted = useAfterPaint()
  const isHeaderDrawn = isPainted || isGlanced
  return (
    <div className={classes.record} aria-busy={isRefreshing}>
      {isRefreshing ? <div className={classes.progress} aria-hidden="true" /> : null}
      {waiting === undefined ? null : (
        <WaitForRepeatBanner key={waiting.at} failure={waiting} what={readAs} onCancel={onCancel} />
      )}
      {isCancelled ? (
        <p className={classes.quiet} role="status">
          Cancelled. {readAs}
        </p>
      ) : null}
      {failure === undefined || waiting !== undefined ? null : (
        <RefreshFailure failure={failure} readAs={readAs} onRetry={onRefresh} />
      )}
      {answer.errors.length + answer.warnings.length === 0 ? null : (
        <SectionBoundary name="What the answer says beside the record">
          <MessageBanners errors={answer.errors} warnings={answer.warnings} onRetry={onRefresh} />
        </SectionBoundary>
      )}
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
        <RawBytes value={answered.bytes}>
          <CustomerTabs answer={answer} search={search} tab={tab} />
        </RawBytes>
      ) : null}
    </div>
  )
}
