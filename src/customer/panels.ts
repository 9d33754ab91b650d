import { type ComponentType, createElement, useEffect, useState } from 'react'
import { whenIdle } from '#src/ui/when-idle.ts'
import type { Tab } from './customer-url.ts'
import { panelChunks } from './panel-chunks.ts'
import classes from './CustomerTabs.module.css'

/**
 * A component in a chunk of its own, drawn at once when the chunk is there. React's own lazy components always pause,
 * and what they show then stays for 0.3 s; besides, the browser puts on paper what stands there in that very moment.
 */
function inOwnChunk<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined
  const preload = async () => {
    loaded ??= await load()
    return loaded
  }
  function Panel(props: Props) {
    // Chosen once for each time it is opened, since another component would begin anew.
    const [Component, setComponent] = useState<ComponentType<Props> | undefined>(() => loaded)
    const [failure, setFailure] = useState<{ error: unknown }>()
    // The network is outside React.
    useEffect(() => {
      if (Component !== undefined) return
      let isWaited = true
      preload().then(
        (component) => (isWaited ? setComponent(() => component) : undefined),
        (error: unknown) => (isWaited ? setFailure({ error }) : undefined),
      )
      return () => {
        isWaited = false
      }
    }, [Component])
    // Said by the boundary around the panel.
    if (failure !== undefined) throw failure.error
    return Component === undefined
      ? createElement('div', { className: classes.waiting, 'aria-busy': true })
      : createElement(Component, props)
  }
  return { Panel, preload }
}

const vehicles = inOwnChunk(async () => (await panelChunks.vehicles()).VehiclesPanel)
const orders = inOwnChunk(async () => (await panelChunks.orders()).OrdersPanel)
const addresses = inOwnChunk(async () => (await panelChunks.addresses()).AddressesPanel)

export const VehiclesPanel = vehicles.Panel
export const OrdersPanel = orders.Panel
export const AddressesPanel = addresses.Panel

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
    const preload = () => void Promise.allSettled([vehicles, orders, addresses].map((panel) => panel.preload()))
    return whenIdle(preload, PRELOAD_AFTER_MS)
  }, [])
}
