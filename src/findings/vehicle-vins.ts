import * as words from '#words/findings'
import { entriesOf } from '#src/contract/read-answer.ts'
import { cleanVin } from '#src/format/vin.ts'
import { vehicleTitle } from '#src/format/vehicle.ts'
import type { Examined, Finding } from './finding.ts'
import { vinProblems } from './vin.ts'

/** A VIN of before 1981 has no fixed length and no check digit (49 CFR 565). */
const FIRST_STANDARD_YEAR = 1981

/** VINs that cannot be right where the rules of North America hold or are of another maker, and one VIN on several vehicles. */
export function vehicleVins({ answer, now }: Examined): Finding[] {
  const vehicles = entriesOf(answer.vehicles)
  const thisYear = new Date(now).getUTCFullYear()
  const finding = (reason: string): Finding => ({ rule: 'vin', weight: 'identity', reason, place: { tab: 'vehicles' } })
  const wrong = vehicles.flatMap((vehicle) =>
    vinProblems(vehicle.vin ?? '', vehicle, thisYear)
      .filter(({ kind }) => kind !== 'elsewhere')
      .filter(({ kind }) => kind !== 'length' || Number(vehicle.year) >= FIRST_STANDARD_YEAR)
      .map((found) => {
        const problem = found.kind === 'length' ? found.brief : found.text
        return finding(words.vinOfVehicle({ vehicle: vehicleTitle(vehicle), problem }))
      }),
  )
  const counts = new Map<string, number>()
  for (const vehicle of vehicles) {
    const vin = cleanVin(vehicle.vin)
    if (vin !== '') counts.set(vin, (counts.get(vin) ?? 0) + 1)
  }
  const twice = [...counts].filter(([, times]) => times > 1)
  return [...wrong, ...twice.map(([vin, times]) => finding(words.vinShared({ vin, count: times })))]
}
