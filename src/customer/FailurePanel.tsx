import { useNavigate } from 'react-router-dom'
import { type ApiFailure, failureWords } from '#src/api/failure.ts'
import { useSession } from '#src/api/session-context.ts'
import { Notice } from '#src/ui/Notice.tsx'
import { askedDealers } from './look-up.ts'
import { type CustomerSearch, customerPath } from './customer-url.ts'
import { FailureDetails } from './FailureDetails.tsx'
import { dealerNameByUUID } from './labels.ts'
import { MessageBanners } from './MessageBanners.tsx'
import classes from './FailurePanel.module.css'
import { Button } from '#src/ui/Button.tsx'

type Props = { failure: ApiFailure; search: CustomerSearch; onRetry: () => void }

/** A look-up that failed with nothing else to show: what happened, what to do, what to report. */
export function FailurePanel({ failure, search, onRetry }: Props) {
  const words = failureWords(failure)
  return (
    <div className={classes.panel}>
      <MessageBanners errors={failure.facts.errors ?? []} warnings={failure.facts.warnings ?? []} />
      <Notice title={words.title} level={1} isAlert>
        <p>{words.advice}</p>
        <div className={classes.actions}>
          {failure.reason === 'dealer-refused' ? <AskWithout search={search} /> : null}
          {failure.reason === 'service-refused' || failure.reason === 'dealer-refused' ? null : (
            <Button onClick={onRetry}>Try again</Button>
          )}
        </div>
        <FailureDetails failure={failure} />
      </Notice>
    </div>
  )
}

/** One button for each dealer that could be the one refused. */
function AskWithout({ search }: { search: CustomerSearch }) {
  const session = useSession()
  const navigate = useNavigate()
  const asked = askedDealers(session, search)
  const foreign = asked.filter((uuid) => !session.dealers.some((dealer) => dealer.uuid === uuid))
  const suspects = foreign.length > 0 ? foreign : asked
  const rest = (without: readonly string[]) => asked.filter((uuid) => !without.includes(uuid))
  const choices = suspects.map((uuid) => [uuid]).filter((without) => rest(without).length > 0)
  if (choices.length === 0) {
    return (
      <Button onClick={() => navigate(customerPath({ ...search, dealers: [] }))}>Ask your own dealers instead</Button>
    )
  }
  return choices.map((without) => (
    <Button key={without.join()} onClick={() => navigate(customerPath({ ...search, dealers: rest(without) }))}>
      Ask without {without.map((uuid) => dealerNameByUUID(session, uuid)).join(', ')}
    </Button>
  ))
}
