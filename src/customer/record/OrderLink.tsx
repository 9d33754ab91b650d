import * as words from '#words/record'
import type { DealerOrder } from '#src/contract/order.ts'
import { type CustomerSearch, customerPath } from '#src/customer/look-up/customer-address.ts'
import { cleanText } from '#src/format/text.ts'
import { Link } from '#src/ui/Link.tsx'
import { Sent } from './Sent.tsx'
import { revealOrder } from './use-reveal-linked.ts'

type Props = { order: DealerOrder; search: CustomerSearch; className: string | undefined }

/** An order by its number, and the way to its place among all of them. */
export function OrderLink({ order, search, className }: Props) {
  const place = order.dealerOrder_uuid ? { order: order.dealerOrder_uuid } : {}
  return (
    <Link className={className} state={revealOrder} to={customerPath(search, 'orders', place)}>
      <Sent text={cleanText(order.order_number) || words.noNumber()} />
    </Link>
  )
}
