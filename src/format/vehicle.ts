import * as words from '#words/format'
import { cleanText } from './text.ts'

type VehicleWords = {
  year?: string | null | undefined
  make?: string | null | undefined
  model?: string | null | undefined
  trim?: string | null | undefined
}

/** `2021 Honda CR-V EX-L`; what is missing is left out. */
export function vehicleTitle(vehicle: VehicleWords): string {
  const parts = [vehicle.year, vehicle.make, vehicle.model, vehicle.trim].map(cleanText)
  return parts.filter((part) => part !== '').join(' ') || words.vehicleWithoutDescription()
}
