import { useEffect } from 'react'
import { inOwnChunk } from '#src/ui/in-own-chunk.ts'
import { whenIdle } from '#src/ui/when-idle.ts'
import type { Tab } from './customer-url.ts'
import { panelChunks } from './panel-chunks.ts'
import { preloadUnusual } from './unusual.ts'

const vehicles = inOwnChunk(async () => (await panelChunks.vehicles()).VehiclesPanel)
const orders = inOwnChunk(async () => (await panelChunks.orders()).OrdersPanel)
const addresses = inOwnChunk(async () => (await panelChunks.addresses()).AddressesPanel)

export const VehiclesPanel = vehicles.Part
export const OrdersPanel = orders.Part
export const AddressesPanel = addresses.Part

/** Has the panel of a tab there before it is drawn. */
export async function preloadPanel(tab: Tab): Promise<void> {
  if (tab !== 'info') await { vehicles, orders, addresses }[tab].preload()
}

/** The record is on the screen by then, and nobody has reached for a tab yet. */
const PRELOAD_AFTER_MS = 1000

/** Fetches the panels behind the other tabs, for the next click and for paper. */
export function usePreloadedPanels(): void {
  // The network is outside React. A failure is no news here: opening the tab tries again.
  useEffect(() => {
    const preload = () =>
      void Promise.allSettled([preloadUnusual(), ...[vehicles, orders, addresses].map((panel) => panel.preload())])
    return whenIdle(preload, PRELOAD_AFTER_MS)
  }, [])
}
