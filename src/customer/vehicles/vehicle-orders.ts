import type { Vehicle } from '#src/contract/customer.ts'
import type { DealerOrder } from '#src/contract/order.ts'

/** Whether an order is about this vehicle: by UUID where both state one, else by id. Zero states nothing. */
export function isOrderOf(vehicle: Vehicle, order: DealerOrder): boolean {
  if (vehicle.uuid && order.vehicle_uuid) return vehicle.uuid === order.vehicle_uuid
  return Boolean(vehicle.id) && vehicle.id !== '0' && vehicle.id === order.vehicle_id
}

/** The orders about one vehicle. */
export function vehicleOrders(vehicle: Vehicle, orders: readonly DealerOrder[]): DealerOrder[] {
  return orders.filter((order) => isOrderOf(vehicle, order))
}

/** `2021 Honda CR-V EX-L`; what is missing is left out. */
export function vehicleTitle(vehicle: Vehicle): string {
  const parts = [vehicle.year, vehicle.make, vehicle.model, vehicle.trim].map((part) => part?.trim() ?? '')
  return parts.filter((part) => part !== '').join(' ') || 'Vehicle without a description'
}
