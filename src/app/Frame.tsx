import type { ReactNode } from 'react'
import classes from './AppLayout.module.css'

type Props = {
  /** Above the bar. */
  top?: ReactNode
  /** Makes the product's name lead to the search. */
  Brand: (props: { className: string | undefined; children: ReactNode }) => ReactNode
  find?: ReactNode
  person: ReactNode
  isSample: boolean
  children: ReactNode
}

/** What stays the same on every page, without anything that acts: it calls no hooks. */
export function Frame({ top, Brand, find, person, isSample, children }: Props) {
  return (
    <>
      <header>
        {top}
        <div className={classes.bar}>
          <Brand className={classes.mark}>
            <span className={classes.logo} aria-hidden="true" />
            <span className={classes.product}>Customer Desk</span>
          </Brand>
          <div className={classes.find}>{find}</div>
          <div className={classes.person}>{person}</div>
        </div>
        {isSample ? (
          <p className={classes.sample}>Sample data: these people, vehicles and orders are invented.</p>
        ) : null}
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
