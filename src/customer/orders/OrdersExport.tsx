import { IconDownload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router-dom'
import { Button } from '#src/ui/Button.tsx'
import { PopoverButton } from '#src/ui/PopoverButton.tsx'
import { saveFile } from '#src/ui/save-file.ts'
import { whenIdle } from '#src/ui/when-idle.ts'
import { counted } from '../labels.ts'
import type { OrderRow } from './order-row.ts'
import menu from './FilterMenu.module.css'

type Props = { shown: readonly OrderRow[]; total: number }

// Made once, so that it is not drawn anew with each sort.
const LABEL = (
  <>
    <IconDownload size={15} aria-hidden="true" />
    Export
  </>
)

const load = () => import('./orders-csv.ts')
/** A failure is no news: whoever exports asks again. */
const prefetch = () => void load().catch(() => {})

/** The orders themselves come first. */
const PREFETCH_AFTER_MS = 1000

/** What the filter lets through, all pages of it, as files. */
export function OrdersExport({ shown, total }: Props) {
  // The network is outside React.
  useEffect(() => whenIdle(prefetch, PREFETCH_AFTER_MS), [])
  return (
    <PopoverButton name="Export" className={menu.button} isOn={false} label={LABEL}>
      <Files shown={shown} total={total} />
    </PopoverButton>
  )
}

function Files({ shown, total }: Props) {
  const { customerUUID = '' } = useParams()
  const [hasFailed, setHasFailed] = useState(false)
  // As above, for whoever comes sooner.
  useEffect(prefetch, [])
  const tenders = shown.reduce((sum, row) => sum + (row.order.transactions?.length ?? 0), 0)
  const save = async (what: 'orders' | 'tenders') => {
    try {
      const { ordersCsv, tendersCsv } = await load()
      saveFile(`${what}-${customerUUID}.csv`, what === 'orders' ? ordersCsv(shown) : tendersCsv(shown), 'text/csv')
      setHasFailed(false)
    } catch {
      setHasFailed(true)
    }
  }
  return (
    <div className={menu.choices}>
      <p>{shown.length === total ? 'All orders of this answer.' : 'Only what the filter shows.'}</p>
      <Button look="plain" onClick={() => void save('orders')}>
        {counted(shown.length, 'order')} as CSV
      </Button>
      <Button look="plain" onClick={() => void save('tenders')}>
        {counted(tenders, 'tender')} as CSV
      </Button>
      {hasFailed ? <p role="alert">The file could not be made. Check the network, then try again.</p> : null}
    </div>
  )
}
