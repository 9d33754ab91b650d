import * as words from '#words/vehicles'
import type { Vehicle } from '#src/contract/customer.ts'
import { joinedByOr } from '#src/findings/joined.ts'
import { decodeVin } from '#src/findings/decode-vin.ts'
import { cleanText, fold } from '#src/format/text.ts'
import { CellCode } from '#src/ui/Code.tsx'
import { type Detail, DetailList } from '#src/ui/DetailList.tsx'
import classes from './VinReading.module.css'

type Props = {
  vehicle: Vehicle
  /** After the next of which no model year can be. */
  thisYear: number
}

/** What the VIN itself says, each beside what the record says of it; nothing where the VIN tells nothing. */
export function VinReading({ vehicle: { vin, make, year }, thisYear }: Props) {
  const { makes, years, plant } = decodeVin(vin, thisYear)
  const details: Detail[] = []
  if (makes.length > 0) details.push({ label: words.makeByVin(), value: <Read says={makes} stated={make} /> })
  if (years.length > 0) details.push({ label: words.yearByVin(), value: <Read says={years} stated={year} /> })
  if (plant !== undefined) details.push({ label: words.plantByVin(), value: <CellCode>{plant}</CellCode> })
  return details.length === 0 ? null : <DetailList details={details} />
}

function Read({ says, stated }: { says: readonly (string | number)[]; stated: string | null | undefined }) {
  const record = cleanText(stated)
  const isSame = says.length === 1 && fold(String(says[0])) === fold(record)
  return (
    <span className={classes.read}>
      <span translate="no">{joinedByOr(says.map(String))}</span>
      <small className={classes.record}>
        {record === '' ? words.notInRecord() : isSame ? words.asInRecord() : <Other record={record} />}
      </small>
    </span>
  )
}

function Other({ record }: { record: string }) {
  return (
    <>
      <span>{words.recordSays()}</span> <bdi translate="no">{record}</bdi>
    </>
  )
}
