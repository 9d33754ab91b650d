import { useSession } from '#src/session/session-context.ts'
import { Code } from '#src/ui/Code.tsx'
import { Notice } from '#src/ui/Notice.tsx'
import { askedDealers } from '#src/customer/look-up/look-up-request.ts'
import { type CustomerSearch, customerPath } from '#src/customer/look-up/customer-address.ts'
import { dealerNameByUUID } from '#src/customer/look-up/dealer-names.ts'
import { AnswerDetails } from './FailureDetails.tsx'
import { MessageBanners } from './MessageBanners.tsx'
import type { Outcome } from '#src/customer/look-up/outcome.ts'
import classes from './FailurePanel.module.css'
import { Link } from '#src/ui/Link.tsx'

type OutcomeOf<Kind extends Outcome['kind']> = Extract<Outcome, { kind: Kind }>

type NothingFoundProps = { search: CustomerSearch; outcome: OutcomeOf<'nothing-found'> }

/** No customer, by whichever road the service says so: calm, because it is an answer and no failure. */
export function NothingFound({ search, outcome: { isEmptyAnswer, answer, answered } }: NothingFoundProps) {
  const session = useSession()
  const isUnusual = answered.status === 404
  const names = askedDealers(session, search).map((uuid) => dealerNameByUUID(session, uuid))
  return (
    <div className={classes.panel}>
      <MessageBanners errors={answer?.errors ?? []} warnings={answer?.warnings ?? []} />
      <Notice title="Nothing found" level={1} isFocused>
        {isEmptyAnswer ? <p>The service answered with nothing in it.</p> : null}
        {isUnusual ? <p>The dealer platform answered 404.</p> : null}
        <p>
          No customer <Code>{search.customerUUID}</Code> at {names.join(', ')}
          {search.excludeOrderType ? ', searched with the order type excluded' : ''}.
        </p>
        <p>Check the UUID, or search other dealers. The customer may belong to a dealer that is not among yours.</p>
        <Link to="/">Search for another customer</Link>
        {isEmptyAnswer || isUnusual ? <AnswerDetails answered={answered} /> : null}
      </Notice>
    </div>
  )
}

type OtherCustomerProps = { search: CustomerSearch; outcome: OutcomeOf<'other-customer'> }

/** Stops before one customer is told about another. */
export function OtherCustomer({ search, outcome: { uuid, answered } }: OtherCustomerProps) {
  return (
    <Notice title="The service returned a different customer" level={1} isFocused>
      <p>
        <Code>{search.customerUUID}</Code> was searched, and the record that came belongs to <Code>{uuid}</Code>.
        Nothing of it is shown. The two records may have been merged.
      </p>
      <Link to={customerPath({ ...search, customerUUID: uuid })}>Open that customer instead</Link>
      <AnswerDetails answered={answered} />
    </Notice>
  )
}
