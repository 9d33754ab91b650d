import type { Communication } from '#src/contract/customer.ts'
import { contactKind, contactProblem, dialable, formatPhone, mailable } from '#src/format/contact.ts'
import { Badge } from '#src/ui/Badge.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import classes from './ContactValue.module.css'

type Props = { communication: Communication }

/** A phone number or an address to copy or to use; what cannot be used says why and stays as it came. */
export function ContactValue({ communication }: Props) {
  const value = communication.commValue?.trim() ?? ''
  const kind = contactKind(communication)
  const problem = kind === 'other' ? undefined : contactProblem(communication)
  if (value === '') return <EmptyValue />
  const text = kind === 'phone' ? formatPhone(value) : value
  const href = hrefOf(kind, value)
  return (
    <>
      {href === undefined ? (
        <span className={classes.value}>{text}</span>
      ) : (
        <a className={classes.value} href={href}>
          {text}
        </a>
      )}
      <CopyButton
        what={kind === 'phone' ? 'phone number' : kind === 'e-mail' ? 'e-mail address' : 'contact'}
        value={text}
      />
      {problem === undefined ? null : <Badge tone="warning">{problem}</Badge>}
    </>
  )
}

/** Only what was recognised becomes a link, and only with these two schemes. */
function hrefOf(kind: ReturnType<typeof contactKind>, value: string): string | undefined {
  if (kind === 'phone') {
    const number = dialable(value)
    return number === undefined ? undefined : `tel:${number}`
  }
  const address = kind === 'e-mail' ? mailable(value) : undefined
  return address === undefined ? undefined : `mailto:${encodeURIComponent(address).replace('%40', '@')}`
}
