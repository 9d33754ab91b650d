import { request } from '#src/api/request.ts'
import type { Taken } from '#src/contract/desk/taken.ts'
import type { ExportColumn } from '#src/format/csv.ts'
import { saveCsv } from '#src/ui/save-file.ts'

/**
 * Tells the audit record that something of a customer leaves the page. Nobody is held up by it: the look-up itself stands in
 * the record, and without a network the export works all the same.
 */
export function reportTaken(customerUUID: string, how: Taken['how']): void {
  const path = `/api/customers/${encodeURIComponent(customerUUID)}/taken`
  request({ method: 'POST', path, body: { how } }).catch(() => {})
}

/** The browser takes a table of a customer's as a CSV file, and the audit record learns of it. @param what begins its name */
export function exportCsv<Item>(
  what: string,
  customerUUID: string,
  columns: readonly ExportColumn<Item>[],
  items: readonly Item[],
): void {
  saveCsv(`${what}-${customerUUID}`, columns, items)
  reportTaken(customerUUID, 'exported')
}
