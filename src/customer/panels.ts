import { inOwnChunk } from '#src/ui/in-own-chunk.ts'
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

/** Has everything there that the next click or paper may need. */
export async function preloadPanels(): Promise<void> {
  await Promise.allSettled([preloadUnusual(), vehicles.preload(), addresses.preload()])
  await orders.preload()
}
