import { cleanVin } from '#src/format/vin.ts'
import classes from './Vin.module.css'

type Props = { vin: string }

/** A VIN to read out: the last eight, which parts counters search by, stand out. */
export function Vin({ vin }: Props) {
  const clean = cleanVin(vin)
  return (
    <bdi className={classes.vin} translate="no" dir="ltr">
      <span>{clean.slice(0, -8)}</span>
      <b className={classes.tail}>{clean.slice(-8)}</b>
    </bdi>
  )
}
