import { createElement, type ReactNode, useEffect, useState } from 'react'
import type { PrintedRecordProps } from './print/PrintedRecord.tsx'

/** After the record itself is on the screen. */
const AFTER_MS = 500

type PrintRecord = (props: PrintedRecordProps) => ReactNode

/**
 * Makes what goes on paper. Fetched ahead: a browser that prints waits for nothing. Undefined until then; whoever is
 * quicker gets the open tab.
 */
export function usePrintedRecord(): PrintRecord | undefined {
  const [print, setPrint] = useState<PrintRecord>()
  // The network is outside React.
  useEffect(() => {
    const timer = setTimeout(() => {
      import('./print/PrintedRecord.tsx').then(
        ({ PrintedRecord }) => setPrint(() => (props: PrintedRecordProps) => createElement(PrintedRecord, props)),
        // Then paper has the open tab.
        () => {},
      )
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return print
}
