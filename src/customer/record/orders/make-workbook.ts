import * as words from '#words/orders'
import type { ExportColumn } from '#src/format/csv.ts'
import { ORDER_EXPORT, TENDER_EXPORT, tendersOf } from './export-columns.ts'
import type { OrderRow } from './order-row.ts'
import type { WorkbookMessage } from './workbook-worker.ts'
import { workbookRow } from './workbook-cells.ts'
// oxlint-disable-next-line import/default -- the build makes an address of the file
import workerPath from './workbook-worker.ts?worker&url'

type TrustedTypes = {
  createPolicy(name: string, policy: { createScriptURL(): string }): { createScriptURL(text: string): string }
}
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
// The one address that this thread may be started from, whatever it is asked for.
const policy = { createScriptURL: () => workerPath }
const trusted = trustedTypes?.createPolicy('workbook-worker', policy) ?? policy

/** So many rows are made ready before the page gets a turn. */
const BATCH_ROWS = 500

/**
 * An .xlsx file with a sheet for the orders and one for their tenders, written on a thread of its own.
 * @param onProgress is told how many of how many rows are ready
 * @throws Error when the browser could not write it
 */
export async function makeWorkbook(
  rows: readonly OrderRow[],
  timeZone: string,
  onProgress: (done: number, total: number) => void,
): Promise<Blob> {
  const tenders = tendersOf(rows)
  const total = rows.length + tenders.length
  const worker = new Worker(trusted.createScriptURL(''), { type: 'module' })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of the page is no window
  const tell = (message: WorkbookMessage) => worker.postMessage(message)
  const written = new Promise<Blob>((resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)))
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) =>
      resolve(new Blob([data], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })),
    )
  })
  try {
    tell({
      kind: 'sheets',
      sheets: [sheetOf(words.ordersSheet(), ORDER_EXPORT), sheetOf(words.tendersSheet(), TENDER_EXPORT)],
    })
    let done = 0
    const send = async <Item>(sheet: number, columns: readonly ExportColumn<Item>[], items: readonly Item[]) => {
      for (let first = 0; first < items.length; first += BATCH_ROWS) {
        const batch = items.slice(first, first + BATCH_ROWS)
        tell({ kind: 'rows', sheet, rows: batch.map((item) => workbookRow(columns, item, timeZone)) })
        done += batch.length
        onProgress(done, total)
        await Promise.race([written, new Promise((resolve) => setTimeout(resolve))])
      }
    }
    await send(0, ORDER_EXPORT, rows)
    await send(1, TENDER_EXPORT, tenders)
    tell({ kind: 'end' })
    return await written
  } finally {
    // Nothing of a customer stays behind in it.
    worker.terminate()
    written.catch(() => undefined)
  }
}

function sheetOf(name: string, columns: readonly { header: string; kind: ExportColumn<unknown>['kind'] }[]) {
  return { name, columns: columns.map(({ header, kind }) => ({ header, kind })), rows: [] }
}
