import * as words from '#words/record'
import type { DealerOrder } from '#src/contract/order.ts'
import { orderStatus } from '#src/findings/order-balance.ts'
import { CellBadge } from '#src/ui/Badge.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { statusLabel } from './labels.ts'

type Props = { order: DealerOrder }

/** The status as a word; one that is not published stays as the DMS sent it, without a colour. */
export function OrderStatus({ order }: Props) {
  const label = statusLabel(order)
  if (label === undefined) return <EmptyValue />
  const sent = order.order_status ?? ''
  return (
    <CellBadge tone={orderStatus(order) ?? 'neutral'} title={words.sentAs({ sent })} isUnrecognised={!label.isKnown}>
      {label.text}
    </CellBadge>
  )
}
