import type { ExportColumn } from '#src/format/csv.ts'
import type { Transaction } from '#src/contract/order.ts'
import * as words from '#words/orders'
import { vehicleTitle } from '#src/format/vehicle.ts'
import type { OrderRow } from './order-row.ts'

export type TenderItem = { row: OrderRow; tender: Transaction }

/** The columns of exported orders. */
export const ORDER_EXPORT: readonly ExportColumn<OrderRow>[] = [
  { header: words.order(), kind: 'code', read: ({ order }) => order.order_number },
  { header: words.status(), kind: 'text', read: (row) => row.valueOf('status').label },
  { header: words.type(), kind: 'text', read: (row) => row.valueOf('type').label },
  { header: words.dealer(), kind: 'text', read: (row) => row.valueOf('store').label },
  { header: words.vehicle(), kind: 'text', read: ({ vehicle }) => vehicle && vehicleTitle(vehicle) },
  { header: 'VIN', kind: 'code', read: ({ vehicle }) => vehicle?.vin },
  { header: words.tag(), kind: 'code', read: ({ order }) => order.tag_or_hat },
  { header: words.description(), kind: 'text', read: ({ order }) => order.description },
  { header: words.ordered(), kind: 'date', read: ({ order }) => order.order_date },
  { header: words.created(), kind: 'date', read: ({ order }) => order.created_date },
  { header: words.closed(), kind: 'date', read: ({ order }) => order.close_date },
  { header: words.updated(), kind: 'date', read: ({ order }) => order.updated_date },
  { header: words.amount(), kind: 'amount', read: ({ order }) => order.order_amount },
  { header: words.tenders(), kind: 'amount', read: ({ balance }) => ('tenders' in balance ? balance.tenders : '') },
  { header: words.statusAsSent(), kind: 'text', read: ({ order }) => order.order_status },
  { header: words.typeAsSent(), kind: 'text', read: ({ order }) => order.order_type },
  { header: words.orderId(), kind: 'code', read: ({ order }) => order.dealerOrder_id },
  { header: words.orderUuid(), kind: 'code', read: ({ order }) => order.dealerOrder_uuid },
]

/** The columns of exported tenders. */
export const TENDER_EXPORT: readonly ExportColumn<TenderItem>[] = [
  { header: words.order(), kind: 'code', read: ({ row }) => row.order.order_number },
  { header: words.orderUuid(), kind: 'code', read: ({ row }) => row.order.dealerOrder_uuid },
  { header: words.transaction(), kind: 'code', read: ({ tender }) => tender.transactionId },
  { header: words.tender(), kind: 'code', read: ({ tender }) => tender.tenderDataId },
  { header: words.ofOrder(), kind: 'code', read: ({ tender }) => tender.dealerOrderId },
  { header: words.ofCustomer(), kind: 'code', read: ({ tender }) => tender.customerId },
  { header: words.typeId(), kind: 'code', read: ({ tender }) => tender.transactionTypeId },
  { header: words.card(), kind: 'code', read: ({ tender }) => tender.ccNumber },
  { header: words.device(), kind: 'code', read: ({ tender }) => tender.deviceId },
  { header: words.amount(), kind: 'amount', read: ({ tender }) => tender.transactionAmount },
]

/** The tenders of these orders, each with its order. */
export function tendersOf(rows: readonly OrderRow[]): TenderItem[] {
  return rows.flatMap((row) => (row.order.transactions ?? []).map((tender) => ({ row, tender })))
}
