import { writeXlsx } from 'hucre/xlsx'
import type { ExportKind } from '#src/format/csv.ts'
import type { WorkbookCell } from './workbook-cells.ts'

/** A sheet to be written: its columns and its rows without the header. */
export type WorkbookSheet = {
  name: string
  columns: readonly { header: string; kind: ExportKind }[]
  rows: WorkbookCell[][]
}

// `@` says that the cell is text, also when somebody edits it.
const FORMATS: Readonly<Record<ExportKind, string>> = {
  text: '@',
  code: '@',
  date: 'mmm d, yyyy h:mm AM/PM',
  amount: '#,##0.00',
}
const WIDTHS: Readonly<Record<ExportKind, number>> = { text: 24, code: 20, date: 24, amount: 14 }

/** The bytes of an .xlsx file. */
export function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ kind }) => ({ width: WIDTHS[kind], numFmt: FORMATS[kind] })),
      rows: [columns.map(({ header }) => header), ...rows],
      freezePane: { rows: 1 },
    })),
  })
}
