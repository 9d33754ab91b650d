import * as words from '#words/outcome'
import type { ApiFailure } from '#src/api/failure.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { Answered } from '#src/customer/look-up/outcome.ts'
import { formatClock } from '#src/format/date.ts'
import { useSession } from '#src/session/session-context.ts'
import { SectionBoundary } from '#src/ui/SectionBoundary.tsx'
import { AnswerDetails } from './FailureDetails.tsx'
import { MessageBanners } from './MessageBanners.tsx'
import { RefreshFailure } from './RefreshFailure.tsx'
import { WaitForRepeatBanner } from './WaitForRepeat.tsx'
import classes from './RecordMessages.module.css'

type Props = {
  answer: CustomerAnswer
  answered: Answered
  readAt: number
  /** Why the latest try to read it again failed; the record shown is the one read before. */
  failure: ApiFailure | undefined
  /** Why it is being read again once more, when the server said how long to wait before that. */
  waiting: ApiFailure | undefined
  /** The latest try was ended by the person. */
  isCancelled: boolean
  onRefresh: () => void
  onCancel: () => void
}

/** What is said above a record that is shown: of reading it again, and by the service. */
export function RecordMessages(props: Props) {
  const { answer, answered, readAt, failure, waiting, isCancelled, onRefresh, onCancel } = props
  const { timeZone } = useSession()
  // Only when it is said: the first use of a time zone holds a slow tablet up for a tenth of a second.
  const readAs = () => words.showingReadAt({ time: formatClock(readAt, timeZone) })
  return (
    <>
      {waiting === undefined ? null : (
        <WaitForRepeatBanner key={waiting.at} failure={waiting} what={readAs()} onCancel={onCancel} />
      )}
      {isCancelled ? (
        <p className={classes.quiet} role="status">
          {words.canceledShowing({ showing: readAs() })}
        </p>
      ) : null}
      {failure === undefined || waiting !== undefined ? null : (
        <RefreshFailure failure={failure} readAs={readAs()} onRetry={onRefresh} />
      )}
      {answer.errors.length + answer.warnings.length === 0 ? null : (
        <SectionBoundary name={words.besideRecord()}>
          <MessageBanners errors={answer.errors} warnings={answer.warnings} onRetry={onRefresh} />
        </SectionBoundary>
      )}
      {answer.errors.length === 0 ? null : (
        <div className={classes.quiet}>
          <p>{words.incomplete()}</p>
          <AnswerDetails answered={answered} answer={answer} />
        </div>
      )}
    </>
  )
}
