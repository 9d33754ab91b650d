import * as words from '#words/record'
import type { ReactNode } from 'react'
import { useSession } from '#src/session/session-context.ts'
import { formatDate, formatInstant } from '#src/format/date.ts'
import { formatMoney } from '#src/format/money.ts'
import { type Clock, isFuture, readDate } from '#src/format/read-date.ts'
import { cleanText } from '#src/format/text.ts'
import { CellCode, Code } from '#src/ui/Code.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { Sent } from './Sent.tsx'
import { useClock } from './use-clock.ts'
import classes from './Sent.module.css'

type Text = string | null | undefined

/** Text of the record, or the mark for nothing. */
export function TextValue({ value }: { value: Text }) {
  return cleanText(value) === '' ? <EmptyValue sent={value?.trim() || undefined} /> : <Sent text={value} />
}

/** An id, exact to the last digit, ready to be copied. */
export function IdValue({ value, what }: { value: Text; what: string }) {
  const text = cleanText(value)
  if (text === '') return <EmptyValue />
  return (
    <>
      <Code>{text}</Code> <CopyButton what={what} value={text} />
    </>
  )
}

/** An id that is only looked at, in places with many. */
export function QuietId({ value }: { value: Text }) {
  const text = cleanText(value)
  return text === '' ? <EmptyValue /> : <CellCode>{text}</CellCode>
}

/** A date of the API on the dealership's clock. */
export function DateValue({ value }: { value: Text }) {
  return dateCell(value, useClock())
}

/**
 * A date, for the cells of a large table: short when it can be read, as it came when not, a dash when it stands for none;
 * one that is still to come says so.
 */
export function dateCell(value: Text, clock: Clock): ReactNode {
  const text = cleanText(value)
  if (text === '') return <EmptyValue />
  const date = readDate(text, clock.timeZone)
  if (date === 'none') return <EmptyValue says={words.noDateSentAs({ sent: text })} sent={text} />
  if (date === undefined) return <Sent text={text} />
  const shown = (
    <time translate="no" title={words.sentAs({ sent: text })}>
      {formatDate(date)}
    </time>
  )
  return isFuture(date, clock) ? (
    <>
      {shown}
      <small className={classes.future}>{words.inTheFuture()}</small>
    </>
  ) : (
    shown
  )
}

/** An instant in the dealership's time zone. */
export function InstantValue({ value }: { value: Text }) {
  const { timeZone } = useSession()
  const text = cleanText(value)
  if (text === '') return <EmptyValue />
  if (readDate(text, timeZone) === 'none') return <EmptyValue says={words.noDateSentAs({ sent: text })} sent={text} />
  const shown = formatInstant(text, timeZone)
  return shown === undefined ? (
    <Sent text={text} />
  ) : (
    <time dateTime={text} title={text} translate="no">
      {shown}
    </time>
  )
}

/** An amount with every digit of the source. */
export function MoneyValue({ value }: { value: Text }) {
  const { currency } = useSession()
  const text = cleanText(value)
  return text === '' ? <EmptyValue /> : <bdi translate="no">{formatMoney(text, currency)}</bdi>
}
