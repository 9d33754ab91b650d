import * as words from '#words/vehicles'
import type { Vehicle } from '#src/contract/customer.ts'
import type { ExportColumn } from '#src/format/csv.ts'
import { ownership } from './ownership.ts'

/** The columns of exported vehicles. */
export const VEHICLE_EXPORT: readonly ExportColumn<Vehicle>[] = [
  { header: words.year(), kind: 'text', read: ({ year }) => year },
  { header: words.make(), kind: 'text', read: ({ make }) => make },
  { header: words.model(), kind: 'text', read: ({ model }) => model },
  { header: words.trim(), kind: 'text', read: ({ trim }) => trim },
  { header: words.engine(), kind: 'text', read: ({ engine }) => engine },
  { header: words.bodyStyle(), kind: 'text', read: ({ bodyStyle }) => bodyStyle },
  { header: words.vin(), kind: 'code', read: ({ vin }) => vin },
  { header: words.ownership(), kind: 'text', read: ownership },
  { header: words.vehicleKey(), kind: 'code', read: ({ vehicleKey }) => vehicleKey },
  { header: words.vehicleId(), kind: 'code', read: ({ id }) => id },
  { header: words.vehicleUuid(), kind: 'code', read: ({ uuid }) => uuid },
]
