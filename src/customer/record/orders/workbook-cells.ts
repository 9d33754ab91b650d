import { plainDecimal } from '#src/format/decimal.ts'
import { type DateParts, readDate } from '#src/format/read-date.ts'
import type { ExportColumn, ExportKind } from '#src/format/csv.ts'

/** A cell as a spreadsheet knows it: text stays text, whatever it looks like. */
export type WorkbookCell = string | number | Date | null

/** Spreadsheets keep so many digits of a number; an amount with more stays text. */
const MAX_DIGITS = 15
/** The longest text that a cell of a spreadsheet can hold. */
const MAX_TEXT = 32_767
/** Spreadsheets count days from 1900 and to 9999. */
const FIRST_YEAR = 1901

/** One row of a sheet. What cannot be a date or a number there stays text, as it was sent. */
export function workbookRow<Item>(
  columns: readonly ExportColumn<Item>[],
  item: Item,
  timeZone: string,
): WorkbookCell[] {
  return columns.map(({ kind, read }) => workbookCell(kind, read(item) ?? '', timeZone))
}

function workbookCell(kind: ExportKind, sent: string, timeZone: string): WorkbookCell {
  if (sent === '') return null
  if (kind === 'amount') return asNumber(sent) ?? sent
  if (kind === 'date') {
    const date = readDate(sent, timeZone)
    return typeof date === 'object' && date.year >= FIRST_YEAR ? asDate(date) : sent
  }
  return sent.length > MAX_TEXT ? `${sent.slice(0, MAX_TEXT - 1)}…` : sent
}

function asNumber(sent: string): number | undefined {
  const plain = plainDecimal(sent)
  return plain === undefined || plain.replace(/\D/g, '').length > MAX_DIGITS ? undefined : Number(plain)
}

/** Sheets have no zones: the date of the dealership's clock stands in universal time. */
function asDate({ year, month, day, time = '00:00:00' }: DateParts): Date {
  const [hour, minute, second] = time.split(':').map(Number)
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second))
}
