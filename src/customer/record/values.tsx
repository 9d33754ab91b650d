import { useSession } from '#src/session/session-context.ts'
import { formatInstant, formatWallDate, parseWallDate } from '#src/format/date.ts'
import { formatMoney } from '#src/format/money.ts'
import { CellCode, Code } from '#src/ui/Code.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'

type Sent = string | null | undefined

/** Text as it came, or the mark for nothing. */
export function TextValue({ value }: { value: Sent }) {
  return value === undefined || value === null || value.trim() === '' ? <EmptyValue /> : value
}

/** An id, exact to the last digit, ready to be copied. */
export function IdValue({ value, what }: { value: Sent; what: string }) {
  if (value === undefined || value === null || value === '') return <EmptyValue />
  return (
    <>
      <Code>{value}</Code> <CopyButton what={what} value={value} />
    </>
  )
}

/** An id that is only looked at, in places with many. */
export function QuietId({ value }: { value: Sent }) {
  return value === undefined || value === null || value === '' ? <EmptyValue /> : <CellCode>{value}</CellCode>
}

/** A date of the API: short when it can be read, as it came when not, a dash when it stands for none. */
export function DateValue({ value }: { value: Sent }) {
  if (value === undefined || value === null || value.trim() === '') return <EmptyValue />
  const text = formatWallDate(value)
  if (text !== undefined) return <time dateTime={value.trim().replace(' ', 'T')}>{text}</time>
  return parseWallDate(value) === undefined ? (
    <span>{value}</span>
  ) : (
    <EmptyValue says={`no date, sent as ${value}`} sent={value} />
  )
}

/** An instant in the dealership's time zone. */
export function InstantValue({ value }: { value: Sent }) {
  const { timeZone } = useSession()
  if (value === undefined || value === null || value.trim() === '') return <EmptyValue />
  const text = formatInstant(value, timeZone)
  if (/^0001-|^1900-/.test(value)) return <EmptyValue says={`no date, sent as ${value}`} sent={value} />
  return text === undefined ? (
    <span>{value}</span>
  ) : (
    <time dateTime={value} title={value}>
      {text}
    </time>
  )
}

/** An amount with every digit of the source. */
export function MoneyValue({ value }: { value: Sent }) {
  const { currency } = useSession()
  return value === undefined || value === null || value === '' ? <EmptyValue /> : formatMoney(value, currency)
}
