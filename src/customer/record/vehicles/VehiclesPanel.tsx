import { Button, VisuallyHidden } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMemo } from 'react'
import * as words from '#words/vehicles'
import type { Vehicle } from '#src/contract/customer.ts'
import { type CustomerAnswer, entriesOf } from '#src/contract/read-answer.ts'
import type { CustomerSearch } from '#src/customer/look-up/customer-address.ts'
import { SectionState } from '#src/customer/record/SectionState.tsx'
import { useClock } from '#src/customer/record/use-clock.ts'
import { ordersByVehicle } from '#src/findings/vehicle-orders.ts'
import { formatCount } from '#src/format/count.ts'
import { cleanVin } from '#src/format/vin.ts'
import { exportCsv } from '#src/customer/record/report-taken.ts'
import { VEHICLE_EXPORT } from './vehicle-export.ts'
import { VehicleCard } from './VehicleCard.tsx'
import classes from './VehiclesPanel.module.css'

type Props = { answer: CustomerAnswer; search: CustomerSearch }

/** The customer's vehicles: current ones first, past ones last, in the order they came. */
export function VehiclesPanel({ answer, search }: Props) {
  const clock = useClock()
  // An answer may have hundreds of vehicles and thousands of orders.
  const { ordersOf, twice } = useMemo(() => {
    const vehicles = entriesOf(answer.vehicles)
    return { ordersOf: ordersByVehicle(vehicles, entriesOf(answer.orders)), twice: duplicateVins(vehicles) }
  }, [answer])
  return (
    <SectionState section={answer.vehicles} noun={words.noun()}>
      {(vehicles) => {
        const past = vehicles.filter((vehicle) => vehicle.isValid === false)
        const others = vehicles
          .filter((vehicle) => vehicle.isValid !== false)
          .sort((a, b) => Number(b.isValid === true) - Number(a.isValid === true))
        const cards = (items: readonly Vehicle[]) => (
          <ul className={classes.grid}>
            {items.map((vehicle, index) => (
              <li key={index}>
                <VehicleCard
                  vehicle={vehicle}
                  orders={ordersOf.get(vehicle) ?? []}
                  isListedTwice={twice.has(vinKey(vehicle))}
                  search={search}
                  clock={clock}
                />
              </li>
            ))}
          </ul>
        )
        return (
          <div className={classes.panel}>
            {others.length === 0 ? null : (
              <>
                <VisuallyHidden component="h2">{words.currentVehicles()}</VisuallyHidden>
                {cards(others)}
              </>
            )}
            {past.length === 0 ? null : (
              <>
                <h2 className={classes.divider}>{words.pastVehicles({ count: formatCount(past.length) })}</h2>
                {cards(past)}
              </>
            )}
            {vehicles.length === 0 ? null : (
              <Button
                size="xs"
                variant="default"
                className={classes.export}
                leftSection={<IconDownload size={15} aria-hidden="true" />}
                onClick={() => exportCsv('vehicles', search.customerUUID, VEHICLE_EXPORT, [...others, ...past])}
              >
                {words.saveAsCsv({ count: vehicles.length })}
              </Button>
            )}
          </div>
        )
      }}
    </SectionState>
  )
}

function vinKey(vehicle: Vehicle): string {
  return cleanVin(vehicle.vin)
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
