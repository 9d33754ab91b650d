import type { QueryClient } from '@tanstack/react-query'
import type { Tab } from '#src/customer/look-up/customer-address.ts'
import { AddressesPanel, OrdersPanel, TimelinePanel, VehiclesPanel } from './panels.ts'

const PANELS = { vehicles: VehiclesPanel, orders: OrdersPanel, addresses: AddressesPanel, timeline: TimelinePanel }

/** Fetches what a tab is made of beside the record, not after it. */
export function preloadPanel(queryClient: QueryClient, tab: Tab | undefined): void {
  if (tab !== undefined && tab !== 'info') void PANELS[tab].preload(queryClient)
}
