import * as words from '#words/record'
import { Paper } from '@mantine/core'
import { memo } from 'react'
import type { Address, LegacyAddress } from '#src/contract/customer.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { CustomerSearch } from '#src/customer/look-up/customer-address.ts'
import { dealerName } from '#src/customer/look-up/dealer-names.ts'
import { companyName, customerName, initials, personName } from '#src/format/name.ts'
import { cleanText } from '#src/format/text.ts'
import { useSession } from '#src/session/session-context.ts'
import { Code } from '#src/ui/Code.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { ContactValue } from './ContactValue.tsx'
import { mainAddress, mainContact } from './customer-facts.ts'
import { BestReach } from './header-parts.ts'
import { HeaderFacts } from './HeaderFacts.tsx'
import { addressKindLabel, contactLabel } from './labels.ts'
import { useAddressLines } from './use-address-lines.ts'
import { RecordAge } from './RecordAge.tsx'
import { Sent } from './Sent.tsx'
import classes from './CustomerHeader.module.css'

type Props = {
  answer: CustomerAnswer
  search: CustomerSearch
  readAt: number
  isRefreshing: boolean
  onRefresh: () => void
  /** Stops reading again; what is shown stays. */
  onCancel: () => void
}

/** Made for a glance: who this is, how to reach them, and the numbers that matter. */
export const CustomerHeader = memo(function CustomerHeader({ answer, search, ...age }: Props) {
  const session = useSession()
  const info = answer.info.state === 'read' ? answer.info.value : {}
  const name = customerName(info, search.customerUUID)
  const person = personName(info)
  const key = cleanText(info.customerKey)
  const company = person === '' ? '' : companyName(info)
  const isNameless = person === '' && companyName(info) === ''
  return (
    <Paper component="section" withBorder radius={12} aria-label={words.customer()}>
      <div className={classes.head}>
        <div className={classes.face} aria-hidden="true">
          <span translate="no">{isNameless ? '?' : initials(name)}</span>
        </div>
        <div className={classes.who}>
          <h1 className={classes.name} data-code={isNameless || undefined}>
            <Sent text={name} />
          </h1>
          <p className={classes.sub}>
            {answer.info.state === 'missing' ? <span>{words.detailsNotSent()}</span> : null}
            {answer.info.state === 'unreadable' ? (
              <span>{words.detailsUnreadable({ reason: answer.info.reason })}</span>
            ) : null}
            {isNameless && answer.info.state === 'read' ? <span>{words.unnamed()}</span> : null}
            {company === '' ? null : (
              <span>
                <Sent text={company} />
              </span>
            )}
            {key === '' ? null : (
              <span>
                <span>{words.key()}</span> <Code>{key}</Code> <CopyButton what={words.keyToCopy()} value={key} />
              </span>
            )}
            {info.dealerId ? <span translate="no">{dealerName(session, info.dealerId)}</span> : null}
          </p>
          <Reach answer={answer} />
        </div>
        <RecordAge {...age} />
      </div>
      <HeaderFacts answer={answer} search={search} />
    </Paper>
  )
})

function Reach({ answer }: Pick<Props, 'answer'>) {
  const contacts = [mainContact(answer.communications, 'phone'), mainContact(answer.communications, 'e-mail')]
  const address = mainAddress(answer)
  const addressLabel = address?.isLegacy
    ? words.legacyAddress()
    : address && (addressKindLabel(address.address)?.text ?? words.address())
  return (
    <ul className={classes.reach}>
      {contacts.map((contact) =>
        contact === undefined ? null : (
          <li key={contact.commValue}>
            <span className={classes.label}>
              {contact.preferred === true
                ? words.preferredContact({ label: contactLabel(contact) })
                : contactLabel(contact)}
            </span>
            <ContactValue communication={contact} />
          </li>
        ),
      )}
      {address === undefined ? null : (
        <li>
          <span className={classes.label}>{addressLabel}</span>
          <MainAddress address={address.address} />
        </li>
      )}
      {contacts.every((contact) => contact === undefined) ? null : (
        <li className={classes.best}>
          <BestReach communications={answer.communications} />
        </li>
      )}
    </ul>
  )
}

function MainAddress({ address }: { address: Address | LegacyAddress }) {
  const lines = useAddressLines(address)
  return (
    <>
      <Sent text={lines.join(', ')} />
      <CopyButton what={words.addressToCopy()} value={lines.join('\n')} />
    </>
  )
}
