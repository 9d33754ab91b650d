import * as words from '#words/record'
import { lazyPart } from '#src/ui/LazyPart.tsx'

// The first tab comes with the page; the others in chunks of their own.
export const VehiclesPanel = lazyPart(
  words.vehiclesPart(),
  async () => (await import('./vehicles/VehiclesPanel.tsx')).VehiclesPanel,
)
export const OrdersPanel = lazyPart(
  words.ordersPart(),
  async () => (await import('./orders/OrdersPanel.tsx')).OrdersPanel,
)
export const TimelinePanel = lazyPart(
  words.timelinePart(),
  async () => (await import('./timeline/TimelinePanel.tsx')).TimelinePanel,
)
export const AddressesPanel = lazyPart(
  words.addressesPart(),
  async () => (await import('./addresses/AddressesPanel.tsx')).AddressesPanel,
)
