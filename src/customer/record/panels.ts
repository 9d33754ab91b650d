import { lazyPart } from '#src/ui/LazyPart.tsx'

// The first tab comes with the page; the others in chunks of their own.
export const VehiclesPanel = lazyPart(
  'Vehicles',
  async () => (await import('./vehicles/VehiclesPanel.tsx')).VehiclesPanel,
)
export const OrdersPanel = lazyPart('Orders', async () => (await import('./orders/OrdersPanel.tsx')).OrdersPanel)
export const TimelinePanel = lazyPart(
  'Timeline',
  async () => (await import('./timeline/TimelinePanel.tsx')).TimelinePanel,
)
export const AddressesPanel = lazyPart(
  'Addresses',
  async () => (await import('./addresses/AddressesPanel.tsx')).AddressesPanel,
)
