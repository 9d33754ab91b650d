/** The chunks behind the tabs; the first one comes with the page. */
export const panelChunks = {
  vehicles: () => import('./vehicles/VehiclesPanel.tsx'),
  orders: () => import('./orders/OrdersPanel.tsx'),
  addresses: () => import('./addresses/AddressesPanel.tsx'),
}
