import type { Vehicle } from '#src/contract/customer.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { listOf } from '../customer-facts.ts'
import type { CustomerSearch } from '../customer-url.ts'
import { SectionState } from '../SectionState.tsx'
import { VehicleCard } from './VehicleCard.tsx'
import { vehicleOrders } from './vehicle-orders.ts'
import classes from './VehiclesPanel.module.css'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'

type Props = { answer: CustomerAnswer; search: CustomerSearch }

/** The customer's vehicles: current ones first, past ones last, in the order they came. */
export function VehiclesPanel({ answer, search }: Props) {
  const orders = listOf(answer.orders)
  return (
    <SectionState section={answer.vehicles} noun="vehicles">
      {(vehicles) => {
        const twice = duplicateVins(vehicles)
        const past = vehicles.filter((vehicle) => vehicle.isValid === false)
        const others = vehicles.filter((vehicle) => vehicle.isValid !== false)
        const cards = (items: readonly Vehicle[]) => (
          <ul className={classes.grid}>
            {items
              .toSorted((a, b) => Number(b.isValid === true) - Number(a.isValid === true))
              .map((vehicle, index) => (
                <li key={index}>
                  <VehicleCard
                    vehicle={vehicle}
                    orders={vehicleOrders(vehicle, orders)}
                    isListedTwice={twice.has(vinKey(vehicle))}
                    search={search}
                  />
                </li>
              ))}
          </ul>
        )
        return (
          <div className={classes.panel}>
            {others.length === 0 ? null : (
              <>
                <VisuallyHidden>
                  <h2>Vehicles at present</h2>
                </VisuallyHidden>
                {cards(others)}
              </>
            )}
            {past.length === 0 ? null : (
              <>
                <h2 className={classes.divider}>Past vehicles ({past.length})</h2>
                {cards(past)}
              </>
            )}
          </div>
        )
      }}
    </SectionState>
  )
}

function vinKey(vehicle: Vehicle): string {
  return vehicle.vin?.replace(/\s/g, '').toUpperCase() ?? ''
}

function duplicateVins(vehicles: readonly Vehicle[]): Set<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const key of vehicles.map(vinKey).filter((vin) => vin !== '')) {
    if (seen.has(key)) twice.add(key)
    seen.add(key)
  }
  return twice
}
