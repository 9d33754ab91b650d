import type { ExportColumn } from '#src/format/csv.ts'
import type { Transaction } from '#src/contract/order.ts'
import { vehicleTitle } from '#src/format/vehicle.ts'
import type { OrderRow } from './order-row.ts'

export type TenderItem = { row: OrderRow; tender: Transaction }

/** The columns of exported orders. */
export const ORDER_EXPORT: readonly ExportColumn<OrderRow>[] = [
  { header: 'Order', kind: 'code', read: ({ order }) => order.order_number },
  { header: 'Status', kind: 'text', read: (row) => row.valueOf('status').label },
  { header: 'Type', kind: 'text', read: (row) => row.valueOf('type').label },
  { header: 'Dealer', kind: 'text', read: (row) => row.valueOf('store').label },
  { header: 'Vehicle', kind: 'text', read: ({ vehicle }) => vehicle && vehicleTitle(vehicle) },
  { header: 'VIN', kind: 'code', read: ({ vehicle }) => vehicle?.vin },
  { header: 'Tag', kind: 'code', read: ({ order }) => order.tag_or_hat },
  { header: 'Description', kind: 'text', read: ({ order }) => order.description },
  { header: 'Ordered', kind: 'date', read: ({ order }) => order.order_date },
  { header: 'Created', kind: 'date', read: ({ order }) => order.created_date },
  { header: 'Closed', kind: 'date', read: ({ order }) => order.close_date },
  { header: 'Updated', kind: 'date', read: ({ order }) => order.updated_date },
  { header: 'Amount', kind: 'amount', read: ({ order }) => order.order_amount },
  { header: 'Tenders', kind: 'amount', read: ({ balance }) => ('tenders' in balance ? balance.tenders : '') },
  { header: 'Status as sent', kind: 'text', read: ({ order }) => order.order_status },
  { header: 'Type as sent', kind: 'text', read: ({ order }) => order.order_type },
  { header: 'Order id', kind: 'code', read: ({ order }) => order.dealerOrder_id },
  { header: 'Order UUID', kind: 'code', read: ({ order }) => order.dealerOrder_uuid },
]

/** The columns of exported tenders. */
export const TENDER_EXPORT: readonly ExportColumn<TenderItem>[] = [
  { header: 'Order', kind: 'code', read: ({ row }) => row.order.order_number },
  { header: 'Order UUID', kind: 'code', read: ({ row }) => row.order.dealerOrder_uuid },
  { header: 'Transaction', kind: 'code', read: ({ tender }) => tender.transactionId },
  { header: 'Tender', kind: 'code', read: ({ tender }) => tender.tenderDataId },
  { header: 'Of order', kind: 'code', read: ({ tender }) => tender.dealerOrderId },
  { header: 'Of customer', kind: 'code', read: ({ tender }) => tender.customerId },
  { header: 'Type id', kind: 'code', read: ({ tender }) => tender.transactionTypeId },
  { header: 'Card', kind: 'code', read: ({ tender }) => tender.ccNumber },
  { header: 'Device', kind: 'code', read: ({ tender }) => tender.deviceId },
  { header: 'Amount', kind: 'amount', read: ({ tender }) => tender.transactionAmount },
]

/** The tenders of these orders, each with its order. */
export function tendersOf(rows: readonly OrderRow[]): TenderItem[] {
  return rows.flatMap((row) => (row.order.transactions ?? []).map((tender) => ({ row, tender })))
}
