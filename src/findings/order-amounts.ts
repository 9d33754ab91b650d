import type { DealerOrder } from '#src/contract/order.ts'
import { cleanText } from '#src/format/text.ts'

/** The amounts of an order that somebody may look for it by: its own and those of its tenders. */
export function orderAmounts({ order_amount, transactions }: DealerOrder): string[] {
  return [order_amount, ...(transactions ?? []).map((tender) => tender.transactionAmount)]
    .map(cleanText)
    .filter((amount) => amount !== '')
}
