import { entriesOf } from '#src/contract/read-answer.ts'
import { cleanVin } from '#src/format/vin.ts'
import { vehicleTitle } from '#src/format/vehicle.ts'
import type { Examined, Finding } from './finding.ts'
import { vinFindings } from './vin.ts'

/** A VIN of before 1981 has no fixed length and no check digit (49 CFR 565). */
const FIRST_STANDARD_YEAR = 1981

/** VINs that cannot be right where the rules of North America hold or are of another maker, and one VIN on several vehicles. */
export function vehicleVins({ answer, now }: Examined): Finding[] {
  const vehicles = entriesOf(answer.vehicles)
  const thisYear = new Date(now).getUTCFullYear()
  const finding = (reason: string): Finding => ({ rule: 'vin', weight: 'identity', reason, place: { tab: 'vehicles' } })
  const wrong = vehicles.flatMap((vehicle) =>
    vinFindings(vehicle.vin ?? '', vehicle, thisYear)
      .filter((problem) => !problem.startsWith('Not a North American'))
      .filter((problem) => !problem.includes('older formats') || Number(vehicle.year) >= FIRST_STANDARD_YEAR)
      .map((problem) =>
        finding(`${vehicleTitle(vehicle)}: ${problem.replace(/; older formats are not checked$/, '')}`),
      ),
  )
  const counts = new Map<string, number>()
  for (const vehicle of vehicles) {
    const vin = cleanVin(vehicle.vin)
    if (vin !== '') counts.set(vin, (counts.get(vin) ?? 0) + 1)
  }
  const twice = [...counts].filter(([, times]) => times > 1)
  return [...wrong, ...twice.map(([vin, times]) => finding(`VIN ${vin} is on ${times} vehicles`))]
}
