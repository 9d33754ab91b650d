import { type WorkbookSheet, writeWorkbook } from './write-workbook.ts'

/** What the page tells the thread: the sheets without rows, then rows for one of them at a time, then that this was all. */
export type WorkbookMessage =
  | { kind: 'sheets'; sheets: WorkbookSheet[] }
  | { kind: 'rows'; sheet: number; rows: WorkbookSheet['rows'] }
  | { kind: 'end' }

// A thread of its own: writes one file and is ended by the page.
addEventListener('message', receiver())

/** Gathers the sheets of one file, and answers with its bytes when this was all. */
function receiver(): (event: MessageEvent<WorkbookMessage>) => void {
  let sheets: WorkbookSheet[] = []
  return ({ data }) => {
    if (data.kind === 'sheets') sheets = data.sheets
    else if (data.kind === 'rows') sheets[data.sheet]?.rows.push(...data.rows)
    else void writeWorkbook(sheets).then((bytes) => postMessage(bytes))
  }
}

// A promise that fails is an error of the thread, which the page is told of.
addEventListener('unhandledrejection', (event) => {
  setTimeout(() => {
    throw event.reason
  })
})
