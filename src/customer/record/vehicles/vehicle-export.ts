import type { Vehicle } from '#src/contract/customer.ts'
import type { ExportColumn } from '#src/format/csv.ts'
import { ownership } from './ownership.ts'

/** The columns of exported vehicles. */
export const VEHICLE_EXPORT: readonly ExportColumn<Vehicle>[] = [
  { header: 'Year', kind: 'text', read: ({ year }) => year },
  { header: 'Make', kind: 'text', read: ({ make }) => make },
  { header: 'Model', kind: 'text', read: ({ model }) => model },
  { header: 'Trim', kind: 'text', read: ({ trim }) => trim },
  { header: 'Engine', kind: 'text', read: ({ engine }) => engine },
  { header: 'Body style', kind: 'text', read: ({ bodyStyle }) => bodyStyle },
  { header: 'VIN', kind: 'code', read: ({ vin }) => vin },
  { header: 'Ownership', kind: 'text', read: ownership },
  { header: 'Vehicle key', kind: 'code', read: ({ vehicleKey }) => vehicleKey },
  { header: 'Vehicle id', kind: 'code', read: ({ id }) => id },
  { header: 'Vehicle UUID', kind: 'code', read: ({ uuid }) => uuid },
]
