import * as words from '#words/info'
import type { SecondaryCustomer } from '#src/contract/customer.ts'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { identifierProblem } from '#src/contract/identifier.ts'
import { type LinkedCustomer, linkedCustomers } from '#src/findings/linked-customers.ts'
import { personName } from '#src/format/name.ts'
import { Badge } from '#src/ui/Badge.tsx'
import { Code } from '#src/ui/Code.tsx'
import { type CustomerSearch, customerPath } from '#src/customer/look-up/customer-address.ts'
import { SectionState } from '#src/customer/record/SectionState.tsx'
import { Sent } from '#src/customer/record/Sent.tsx'
import { QuietId } from '#src/customer/record/values.tsx'
import classes from './SecondaryCustomers.module.css'
import { Link } from '#src/ui/Link.tsx'

type Props = { answer: CustomerAnswer; search: CustomerSearch }

/** Other records of the same person or household; each that has an identifier can be opened. */
export function SecondaryCustomers({ answer, search }: Props) {
  const section = answer.secondaryCustomers
  const customerKey = answer.info.state === 'read' ? answer.info.value.customerKey : undefined
  const linked = (items: readonly SecondaryCustomer[]) =>
    linkedCustomers(items, { customerUUID: search.customerUUID, customerKey })
  return (
    <TitledCard
      title={words.linkedCustomers()}
      count={section.state === 'read' ? linked(section.value).filter(({ isSelf }) => !isSelf).length : undefined}
    >
      <SectionState section={section} noun={words.linkedNoun()}>
        {(items) => (
          <ul className={classes.list}>
            {linked(items).map((item, index) => (
              <li key={index} className={classes.row}>
                <span className={classes.head}>
                  <SecondaryName linked={item} search={search} />
                  {item.times > 1 ? <Badge title={words.sentTimes()}>{`${item.times} ×`}</Badge> : null}
                  {item.isSelf ? <Badge tone="accent">{words.thisCustomer()}</Badge> : null}
                </span>
                <Facts customer={item.customer} />
              </li>
            ))}
          </ul>
        )}
      </SectionState>
    </TitledCard>
  )
}

function Facts({ customer }: { customer: SecondaryCustomer }) {
  return (
    <span className={classes.facts}>
      <span>
        <span>{words.key()}</span> <QuietId value={customer.customerKey} />
      </span>
      <span>
        <span>{words.id()}</span> <QuietId value={customer.customerId} />
      </span>
      {customer.guid ? <Code>{customer.guid}</Code> : <span>{words.noUuid()}</span>}
    </span>
  )
}

function SecondaryName({ linked: { customer, isSelf }, search }: { linked: LinkedCustomer; search: CustomerSearch }) {
  const name = personName(customer) || words.unnamed()
  const canOpen = !isSelf && customer.guid && identifierProblem(customer.guid) === undefined
  if (!canOpen) {
    return (
      <span className={classes.name}>
        <Sent text={name} />
      </span>
    )
  }
  return (
    <Link className={classes.name} to={customerPath({ ...search, customerUUID: customer.guid ?? '' })}>
      <Sent text={name} />
    </Link>
  )
}
