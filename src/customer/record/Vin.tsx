import classes from './Vin.module.css'

type Props = { vin: string }

/** A VIN to read out: the last eight, which parts counters search by, stand out. */
export function Vin({ vin }: Props) {
  return (
    <span className={classes.vin}>
      {vin.slice(0, -8)}
      <b className={classes.tail}>{vin.slice(-8)}</b>
    </span>
  )
}
