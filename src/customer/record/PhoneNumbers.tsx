import * as words from '#words/record'
import { UNUSABLE } from '#src/format/contact.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { ContactText } from './ContactText.tsx'
import { AsSent } from './Sent.tsx'
import { useReadPhones } from './use-read-phones.ts'
import classes from './ContactValue.module.css'

type Props = {
  sent: string | null | undefined
  /** A fax is not for calling. */
  isFax?: boolean
  /** What was sent, where that is not quite what is shown. */
  withSent?: boolean
}

/** Each number in a field by itself: to call and to copy. What cannot be dialed says so and stays as it came. */
export function PhoneNumbers({ sent, isFax = false, withSent = false }: Props) {
  const { numbers, isKnown, text } = useReadPhones(sent)
  if (numbers.length === 0) {
    return <ContactText text={text} what={words.phoneToCopy()} problem={isKnown ? UNUSABLE.phone : undefined} />
  }
  return (
    <>
      {numbers.map((number) => (
        <span key={number.href} className={classes.number}>
          {isFax ? (
            <bdi className={classes.value} translate="no">
              {number.text}
            </bdi>
          ) : (
            <a className={classes.value} href={number.href} translate="no">
              {number.text}
            </a>
          )}
          <CopyButton what={isFax ? words.faxToCopy() : words.phoneToCopy()} value={number.text} />
        </span>
      ))}
      {withSent && saysMore(sent, numbers) ? <AsSent sent={sent} shown={text} isAlways /> : null}
    </>
  )
}

/** Several numbers, letters, or digits that no number took. */
function saysMore(sent: string | null | undefined, numbers: readonly { text: string }[]): boolean {
  const bare = (value: string) =>
    value
      .toLowerCase()
      .replace(/ext|[^\p{L}\p{N}]/gu, '')
      .replace(/^1(?=\d{10})/, '')
  return numbers.length > 1 || bare(sent ?? '').replace(/x/g, '') !== bare(numbers[0]?.text ?? '')
}
