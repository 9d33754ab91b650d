import type { Transaction } from '#src/contract/order.ts'
import { CSV_LINE_END, CSV_START, csvLine, csvText } from '#src/format/csv.ts'
import { vehicleTitle } from '#src/format/vehicle.ts'
import type { OrderRow } from './order-row.ts'

type Columns<Item> = Readonly<Record<string, (item: Item) => string | null | undefined>>

const ORDERS: Columns<OrderRow> = {
  Order: ({ order }) => csvText(order.order_number),
  Status: (row) => row.valueOf('status').label,
  Type: (row) => row.valueOf('type').label,
  Dealer: (row) => row.valueOf('store').label,
  Vehicle: ({ vehicle }) => vehicle && vehicleTitle(vehicle),
  VIN: ({ vehicle }) => vehicle?.vin,
  Tag: ({ order }) => csvText(order.tag_or_hat),
  Description: ({ order }) => order.description,
  Ordered: ({ order }) => order.order_date,
  Created: ({ order }) => order.created_date,
  Closed: ({ order }) => order.close_date,
  Updated: ({ order }) => order.updated_date,
  Amount: ({ order }) => order.order_amount,
  Tenders: ({ balance }) => ('tenders' in balance ? balance.tenders : ''),
  'Status as sent': ({ order }) => order.order_status,
  'Type as sent': ({ order }) => order.order_type,
  'Order id': ({ order }) => csvText(order.dealerOrder_id),
  'Order UUID': ({ order }) => order.dealerOrder_uuid,
}

const TENDERS: Columns<{ row: OrderRow; tender: Transaction }> = {
  Order: ({ row }) => csvText(row.order.order_number),
  'Order UUID': ({ row }) => row.order.dealerOrder_uuid,
  Transaction: ({ tender }) => csvText(tender.transactionId),
  Tender: ({ tender }) => csvText(tender.tenderDataId),
  'Of order': ({ tender }) => csvText(tender.dealerOrderId),
  'Of customer': ({ tender }) => csvText(tender.customerId),
  'Type id': ({ tender }) => csvText(tender.transactionTypeId),
  Card: ({ tender }) => csvText(tender.ccNumber),
  Device: ({ tender }) => csvText(tender.deviceId),
  Amount: ({ tender }) => tender.transactionAmount,
}

/** The orders as a CSV file, one line each. Dates and amounts stand as they were sent. */
export function ordersCsv(rows: readonly OrderRow[]): string {
  return csvFile(ORDERS, rows)
}

/** The tenders of these orders as a CSV file, one line each. */
export function tendersCsv(rows: readonly OrderRow[]): string {
  return csvFile(
    TENDERS,
    rows.flatMap((row) => (row.order.transactions ?? []).map((tender) => ({ row, tender }))),
  )
}

function csvFile<Item>(columns: Columns<Item>, items: readonly Item[]): string {
  const lines = [
    csvLine(Object.keys(columns)),
    ...items.map((item) => csvLine(Object.values(columns).map((read) => read(item) ?? ''))),
  ]
  return CSV_START + lines.map((line) => line + CSV_LINE_END).join('')
}
