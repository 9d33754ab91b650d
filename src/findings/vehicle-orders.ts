import type { Vehicle } from '#src/contract/customer.ts'
import type { DealerOrder } from '#src/contract/order.ts'

/** Whether an order is about this vehicle: by UUID where both state one, else by id. Zero states nothing. */
function isOrderOf(vehicle: Vehicle, order: DealerOrder): boolean {
  if (vehicle.uuid && order.vehicle_uuid) return vehicle.uuid === order.vehicle_uuid
  return Boolean(vehicle.id) && vehicle.id !== '0' && vehicle.id === order.vehicle_id
}

/** Finds the vehicles that an order is about. Many orders name few vehicles, so each pair of ids is looked for once. */
export function vehicleFinder(vehicles: readonly Vehicle[]): (order: DealerOrder) => readonly Vehicle[] {
  const found = new Map<string, readonly Vehicle[]>()
  return (order) => {
    const ids = `${order.vehicle_uuid ?? ''} ${order.vehicle_id ?? ''}`
    const known = found.get(ids)
    if (known !== undefined) return known
    const ofOrder = vehicles.filter((vehicle) => isOrderOf(vehicle, order))
    found.set(ids, ofOrder)
    return ofOrder
  }
}

/** The orders of each vehicle; a vehicle that is listed twice has them twice. */
export function ordersByVehicle(
  vehicles: readonly Vehicle[],
  orders: readonly DealerOrder[],
): Map<Vehicle, DealerOrder[]> {
  const byVehicle = new Map<Vehicle, DealerOrder[]>(vehicles.map((vehicle) => [vehicle, []]))
  const vehiclesOf = vehicleFinder(vehicles)
  for (const order of orders) for (const vehicle of vehiclesOf(order)) byVehicle.get(vehicle)?.push(order)
  return byVehicle
}
