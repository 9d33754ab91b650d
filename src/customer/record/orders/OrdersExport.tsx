import * as words from '#words/orders'
import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { memo, useState } from 'react'
import { useParams } from 'react-router-dom'
import { formatCount } from '#src/format/count.ts'
import { useSession } from '#src/session/session-context.ts'
import { exportCsv, reportTaken } from '#src/customer/record/report-taken.ts'
import { saveFile } from '#src/ui/save-file.ts'
import { ORDER_EXPORT, TENDER_EXPORT, tendersOf } from './export-columns.ts'
import type { OrderRow } from './order-row.ts'
import classes from './OrdersTools.module.css'

type Props = { shown: readonly OrderRow[]; total: number }

/** What the filter lets through, all pages of it, as files. */
export const OrdersExport = memo(function OrdersExport({ shown, total }: Props) {
  const workbook = useWorkbook(shown)
  return (
    <>
      <Menu
        position="bottom-start"
        shadow="md"
        transitionProps={{ duration: 0 }}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            className={classes.button}
            leftSection={<IconDownload size={15} aria-hidden="true" />}
          >
            {words.exportFiles()}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Files shown={shown} total={total} onWorkbook={workbook.save} />
        </Menu.Dropdown>
      </Menu>
      <span role="status" className={classes.progress}>
        {workbook.says}
      </span>
    </>
  )
})

/** Makes a workbook of the orders, and says how far it is. */
function useWorkbook(shown: readonly OrderRow[]): { save: () => void; says: string } {
  const { timeZone } = useSession()
  const { customerUUID = '' } = useParams()
  const [progress, setProgress] = useState('')
  const { mutate, isPending, isError } = useMutation({
    mutationFn: async () => {
      setProgress(words.preparing())
      const { makeWorkbook } = await import('./make-workbook.ts')
      return makeWorkbook(shown, timeZone, (done, total) =>
        setProgress(words.preparingRows({ done: formatCount(done), count: total })),
      )
    },
    onSuccess: (file) => {
      saveFile(`orders-${customerUUID}.xlsx`, file, file.type)
      reportTaken(customerUUID, 'exported')
    },
    retry: false,
  })
  const failed = isError ? words.workbookFailed() : ''
  return { save: mutate, says: isPending ? progress : failed }
}

/** Drawn when the menu is opened: there may be ten thousand orders to count. */
function Files({ shown, total, onWorkbook }: Props & { onWorkbook: () => void }) {
  const { customerUUID = '' } = useParams()
  const tenders = tendersOf(shown)
  return (
    <>
      <Menu.Label>{shown.length === total ? words.allOrders() : words.onlyFiltered()}</Menu.Label>
      <Menu.Item onClick={onWorkbook}>{words.asWorkbook()}</Menu.Item>
      <Menu.Item onClick={() => exportCsv('orders', customerUUID, ORDER_EXPORT, shown)}>
        {words.ordersAsCsv({ count: shown.length })}
      </Menu.Item>
      <Menu.Item onClick={() => exportCsv('tenders', customerUUID, TENDER_EXPORT, tenders)}>
        {words.tendersAsCsv({ count: tenders.length })}
      </Menu.Item>
    </>
  )
}
