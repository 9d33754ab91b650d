import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { memo } from 'react'
import { useParams } from 'react-router-dom'
import { counted } from '#src/format/count.ts'
import { saveFile } from '#src/ui/save-file.ts'
import { ordersCsv, tendersCsv } from './orders-csv.ts'
import type { OrderRow } from './order-row.ts'
import classes from './OrdersTools.module.css'

type Props = { shown: readonly OrderRow[]; total: number }

/** What the filter lets through, all pages of it, as files. */
export const OrdersExport = memo(function OrdersExport({ shown, total }: Props) {
  return (
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
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Files shown={shown} total={total} />
      </Menu.Dropdown>
    </Menu>
  )
})

/** Drawn when the menu is opened: there may be ten thousand orders to count. */
function Files({ shown, total }: Props) {
  const { customerUUID = '' } = useParams()
  const tenders = shown.reduce((sum, row) => sum + (row.order.transactions?.length ?? 0), 0)
  const save = (what: 'orders' | 'tenders') =>
    saveFile(
      `${what}-${customerUUID}.csv`,
      what === 'orders' ? ordersCsv(shown) : tendersCsv(shown),
      'text/csv;charset=utf-8',
    )
  return (
    <>
      <Menu.Label>{shown.length === total ? 'All orders of this answer.' : 'Only what the filter shows.'}</Menu.Label>
      <Menu.Item onClick={() => save('orders')}>{counted(shown.length, 'order')} as CSV</Menu.Item>
      <Menu.Item onClick={() => save('tenders')}>{counted(tenders, 'tender')} as CSV</Menu.Item>
    </>
  )
}
