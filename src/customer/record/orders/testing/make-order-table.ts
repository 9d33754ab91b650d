import { constructTable, tableFeatures } from '@tanstack/react-table'
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings'
import type { OrderRow } from '../order-row.ts'
import { orderFeatures, orderTableOptions, orderTableState } from '../order-table.ts'
import type { OrdersView } from '../orders-address.ts'

/** The rows that a view lets through, in its order, without a page around them. */
export function makeOrderTable(rows: readonly OrderRow[], view: OrdersView): OrderRow[] {
  const table = constructTable({
    ...orderTableOptions,
    features: tableFeatures({ ...orderFeatures, coreReactivityFeature: storeReactivityBindings() }),
    data: rows,
    initialState: orderTableState(view),
  })
  return table.getRowModel().rows.map((row) => row.original)
}
