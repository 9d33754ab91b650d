// A cell that begins with one of these is run as a formula by spreadsheet programs (OWASP, CSV injection); the
// full-width forms are taken for them by some.
const FORMULA_LEAD = /^[=+\-@\t\r\n＝＋－＠]/
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/

/** What a column holds decides how a spreadsheet is told of it. A code is text that looks like a number. */
export type ExportKind = 'text' | 'code' | 'date' | 'amount'

/** A column of a table that is exported. */
export type ExportColumn<Item> = {
  header: string
  kind: ExportKind
  /** As it was sent. */
  read: (item: Item) => string | null | undefined
}

/** A whole CSV file, a line for each item. Dates and amounts stand as they were sent. */
export function csvFile<Item>(columns: readonly ExportColumn<Item>[], items: readonly Item[]): string {
  const lines = [
    columns.map(({ header }) => header),
    ...items.map((item) =>
      columns.map(({ kind, read }) => (kind === 'code' ? csvText(read(item)) : (read(item) ?? ''))),
    ),
  ]
  return CSV_START + lines.map((cells) => csvLine(cells) + CSV_LINE_END).join('')
}

/** One line of a CSV file by RFC 4180, without the line end. No cell can be run as a formula; numbers stay numbers. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(csvCell).join(',')
}

function csvCell(text: string): string {
  const safe = FORMULA_LEAD.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
  // A semicolon separates cells where the comma is the decimal sign, and what follows it could be a formula.
  return /[",;\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

// Spreadsheet programs keep fifteen digits of a number and no zeros in front.
const LOSES_DIGITS = /^(?:0\d+|\d{16,})$/

/** A code for a cell: its digits stay what they are. */
export function csvText(code: string | null | undefined): string {
  const text = code ?? ''
  return LOSES_DIGITS.test(text) ? `'${text}` : text
}

/** A whole file: with the mark that makes spreadsheet programs read it as UTF-8. */
export const CSV_START = '\uFEFF'
export const CSV_LINE_END = '\r\n'
