import { csvFile, type ExportColumn } from '#src/format/csv.ts'

/** Slow browsers read the file a good while after it was asked for. */
const KEEP_MS = 60_000

/** The browser takes the file under this name, where it puts its downloads. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS)
}

/** The browser takes a table as a CSV file. @param name without its ending */
export function saveCsv<Item>(name: string, columns: readonly ExportColumn<Item>[], items: readonly Item[]): void {
  saveFile(`${name}.csv`, csvFile(columns, items), 'text/csv;charset=utf-8')
}
