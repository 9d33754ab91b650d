import { lazy } from 'react'

// Only the first tab comes with the page; the others are fetched when they are opened or nobody waits.
const loadVehicles = async () => ({ default: (await import('./vehicles/VehiclesPanel.tsx')).VehiclesPanel })
const loadOrders = async () => ({ default: (await import('./orders/OrdersPanel.tsx')).OrdersPanel })
const loadAddresses = async () => ({ default: (await import('./addresses/AddressesPanel.tsx')).AddressesPanel })

export const VehiclesPanel = lazy(loadVehicles)
export const OrdersPanel = lazy(loadOrders)
export const AddressesPanel = lazy(loadAddresses)

/** Fetches the panels behind the other tabs. A failure is no news here: opening the tab tries again. */
export async function preloadPanels(): Promise<void> {
  await Promise.allSettled([loadVehicles(), loadOrders(), loadAddresses()])
}
