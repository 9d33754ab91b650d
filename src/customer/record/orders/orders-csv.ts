import { CSV_LINE_END, CSV_START, csvLine, csvText } from '#src/format/csv.ts'
import { type ExportColumn, ORDER_EXPORT, TENDER_EXPORT, tendersOf } from './export-columns.ts'
import type { OrderRow } from './order-row.ts'

/** The orders as a CSV file, one line each. Dates and amounts stand as they were sent. */
export function ordersCsv(rows: readonly OrderRow[]): string {
  return csvFile(ORDER_EXPORT, rows)
}

/** The tenders of these orders as a CSV file, one line each. */
export function tendersCsv(rows: readonly OrderRow[]): string {
  return csvFile(TENDER_EXPORT, tendersOf(rows))
}

function csvFile<Item>(columns: readonly ExportColumn<Item>[], items: readonly Item[]): string {
  const lines = [
    csvLine(columns.map(({ header }) => header)),
    ...items.map((item) =>
      csvLine(columns.map(({ kind, read }) => (kind === 'code' ? csvText(read(item)) : (read(item) ?? '')))),
    ),
  ]
  return CSV_START + lines.map((line) => line + CSV_LINE_END).join('')
}
