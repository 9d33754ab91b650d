import { Decimal, Identifier, Int64, Text } from './scalars.ts'
import { z } from './zod.ts'

const opt = z.nullish

export const Transaction = z.object({
  tenderDataId: opt(Int64),
  dealerOrderId: opt(Int64),
  customerId: opt(Int64),
  transactionId: opt(Int64),
  deviceId: opt(Int64),
  transactionTypeId: opt(Int64),
  transactionAmount: opt(Decimal),
  ccNumber: opt(Text),
})
export type Transaction = z.output<typeof Transaction>

export const DealerOrder = z.object({
  dealerOrder_id: opt(Int64),
  dealer_id: opt(Int64),
  customer_id: opt(Int64),
  dealerassociate_id: opt(Int64),
  vehicle_id: opt(Int64),
  order_number: opt(Text),
  order_type: opt(Text),
  order_date: opt(Text),
  order_amount: opt(Decimal),
  order_status: opt(Text),
  description: opt(Text),
  created_date: opt(Text),
  close_date: opt(Text),
  dealerOrder_uuid: opt(Identifier),
  tag_or_hat: opt(Text),
  dealerOrderStatusFilter: opt(z.array(Text, 'must be a list')),
  updated_date: opt(Text),
  transactions: opt(z.array(Transaction, 'must be a list')),
  customer_uuid: opt(Identifier),
  vehicle_uuid: opt(Identifier),
  dealerAssociate_uuid: opt(Identifier),
})
export type DealerOrder = z.output<typeof DealerOrder>
