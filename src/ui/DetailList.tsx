import type { ReactNode } from 'react'
import classes from './DetailList.module.css'

/** A label and what it says; `undefined` is left out. */
export type Detail = { label: string; value: ReactNode }

type Props = { details: readonly Detail[] }

/** Facts as label and value, in columns where there is room. */
export function DetailList({ details }: Props) {
  return (
    <dl className={classes.list}>
      {details.map(({ label, value }) => (
        <div key={label} className={classes.detail}>
          <dt className={classes.label}>{label}</dt>
          <dd className={classes.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
