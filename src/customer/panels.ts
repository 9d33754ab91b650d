import { lazy, useEffect } from 'react'

// Only the first tab comes with the page; the others are fetched when they are opened or nobody waits.
const loadVehicles = async () => ({ default: (await import('./vehicles/VehiclesPanel.tsx')).VehiclesPanel })
const loadOrders = async () => ({ default: (await import('./orders/OrdersPanel.tsx')).OrdersPanel })
const loadAddresses = async () => ({ default: (await import('./addresses/AddressesPanel.tsx')).AddressesPanel })

export const VehiclesPanel = lazy(loadVehicles)
export const OrdersPanel = lazy(loadOrders)
export const AddressesPanel = lazy(loadAddresses)

/** Long enough after the record is on the screen that nothing else is waiting for the line. */
const PRELOAD_AFTER_MS = 1500

/** Fetches the panels behind the other tabs, for the next click and for paper. */
export function usePreloadedPanels(): void {
  // The network is outside React. A failure is no news here: opening the tab tries again.
  useEffect(() => {
    const timer = setTimeout(
      () => void Promise.allSettled([loadVehicles(), loadOrders(), loadAddresses()]),
      PRELOAD_AFTER_MS,
    )
    return () => clearTimeout(timer)
  }, [])
}
