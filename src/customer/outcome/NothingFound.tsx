import * as words from '#words/outcome'
import { fill } from '#src/ui/fill.ts'
import { formatList } from '#src/format/list.ts'
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
      <Notice title={words.nothingFound()} level={1} isFocused>
        {isEmptyAnswer ? <p>{words.emptyAnswer()}</p> : null}
        {isUnusual ? <p>{words.notFoundStatus()}</p> : null}
        <p>
          {fill(search.excludeOrderType ? words.noCustomerAtWithout : words.noCustomerAt, {
            uuid: <Code>{search.customerUUID}</Code>,
            dealers: formatList(names),
          })}
        </p>
        <p>{words.checkUUID()}</p>
        <Link to="/">{words.searchAnother()}</Link>
        {isEmptyAnswer || isUnusual ? <AnswerDetails answered={answered} /> : null}
      </Notice>
    </div>
  )
}

type OtherCustomerProps = { search: CustomerSearch; outcome: OutcomeOf<'other-customer'> }

/** Stops before one customer is told about another. */
export function OtherCustomer({ search, outcome: { uuid, answered } }: OtherCustomerProps) {
  return (
    <Notice title={words.otherCustomer()} level={1} isFocused>
      <p>{fill(words.otherBelongs, { asked: <Code>{search.customerUUID}</Code>, came: <Code>{uuid}</Code> })}</p>
      <Link to={customerPath({ ...search, customerUUID: uuid })}>{words.openOther()}</Link>
      <AnswerDetails answered={answered} />
    </Notice>
  )
}
