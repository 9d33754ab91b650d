import { decimal, fields, identifier, int64, listOf, text, type ValueOf } from './shape.ts'

export const Transaction = fields({
  tenderDataId: int64,
  dealerOrderId: int64,
  customerId: int64,
  transactionId: int64,
  deviceId: int64,
  transactionTypeId: int64,
  transactionAmount: decimal,
  ccNumber: text,
})
export type Transaction = ValueOf<typeof Transaction>

export const DealerOrder = fields({
  dealerOrder_id: int64,
  dealer_id: int64,
  customer_id: int64,
  dealerassociate_id: int64,
  vehicle_id: int64,
  order_number: text,
  order_type: text,
  order_date: text,
  order_amount: decimal,
  order_status: text,
  description: text,
  created_date: text,
  close_date: text,
  dealerOrder_uuid: identifier,
  tag_or_hat: text,
  dealerOrderStatusFilter: listOf(text),
  updated_date: text,
  transactions: listOf(Transaction),
  customer_uuid: identifier,
  vehicle_uuid: identifier,
  dealerAssociate_uuid: identifier,
})
export type DealerOrder = ValueOf<typeof DealerOrder>
