import { type ComponentType, createElement, lazy, useEffect, useState } from 'react'
import { whenIdle } from '#src/ui/when-idle.ts'
import { panelChunks } from './panel-chunks.ts'

/**
 * A component in a chunk of its own. Once the chunk is there it is drawn at once, without the pause that a lazy
 * component always takes: the browser puts on paper what stands there in that very moment.
 */
function inOwnChunk<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined
  const preload = async () => {
    loaded = await load()
    return { default: loaded }
  }
  const Lazy = lazy(preload) as unknown as ComponentType<Props>
  function Panel(props: Props) {
    // Chosen once for each time it is opened, since another component would begin anew.
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? Lazy)
    return createElement(Component, props)
  }
  return { Panel, preload }
}

const vehicles = inOwnChunk(async () => (await panelChunks.vehicles()).VehiclesPanel)
const orders = inOwnChunk(async () => (await panelChunks.orders()).OrdersPanel)
const addresses = inOwnChunk(async () => (await panelChunks.addresses()).AddressesPanel)

export const VehiclesPanel = vehicles.Panel
export const OrdersPanel = orders.Panel
export const AddressesPanel = addresses.Panel

/** The record is on the screen by then, and nobody has reached for a tab yet. */
const PRELOAD_AFTER_MS = 1000

/** Fetches the panels behind the other tabs, for the next click and for paper. */
export function usePreloadedPanels(): void {
  // The network is outside React. A failure is no news here: opening the tab tries again.
  useEffect(() => {
    const preload = () => void Promise.allSettled([vehicles, orders, addresses].map((panel) => panel.preload()))
    return whenIdle(preload, PRELOAD_AFTER_MS)
  }, [])
}
