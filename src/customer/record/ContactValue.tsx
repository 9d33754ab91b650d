import * as words from '#words/record'
import type { Communication } from '#src/contract/customer.ts'
import { contactKind, isFiller, UNUSABLE } from '#src/format/contact.ts'
import { mailLink, readEmails } from '#src/format/email.ts'
import { cleanText } from '#src/format/text.ts'
import { Badge } from '#src/ui/Badge.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { ContactText } from './ContactText.tsx'
import { PhoneNumbers } from './PhoneNumbers.tsx'
import { AsSent } from './Sent.tsx'
import classes from './ContactValue.module.css'

type Props = {
  communication: Communication
  /** What was sent, where that is not quite what is shown. */
  withSent?: boolean
}

/** Numbers and addresses to copy or to use; what cannot be used says why and stays as it came. */
export function ContactValue({ communication, withSent = false }: Props) {
  const { commValue: sent } = communication
  const text = cleanText(sent)
  const kind = contactKind(communication)
  if (text === '') return <EmptyValue />
  if (isFiller(kind, sent)) {
    return (
      <>
        <bdi className={classes.filler} translate="no">
          {text}
        </bdi>
        <Badge title={words.placeholderMeans()}>{words.placeholder()}</Badge>
      </>
    )
  }
  if (kind === 'phone' || kind === 'fax') return <PhoneNumbers sent={sent} isFax={kind === 'fax'} withSent={withSent} />
  if (kind === 'e-mail') return <EmailAddresses sent={sent} text={text} withSent={withSent} />
  return <ContactText text={text} what={words.contactToCopy()} />
}

type EmailProps = { sent: string | null | undefined; text: string; withSent: boolean }

function EmailAddresses({ sent, text, withSent }: EmailProps) {
  const addresses = readEmails(sent)
  if (addresses.length === 0) return <ContactText text={text} what={words.emailToCopy()} problem={UNUSABLE['e-mail']} />
  return (
    <>
      {addresses.map((address) => (
        <span key={address} className={classes.number}>
          <a className={classes.value} href={mailLink(address)} translate="no">
            {address}
          </a>
          <CopyButton what={words.emailToCopy()} value={address} />
        </span>
      ))}
      {withSent ? <AsSent sent={sent} shown={addresses.join(', ')} /> : null}
    </>
  )
}
