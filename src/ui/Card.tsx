import { type ReactNode, useId } from 'react'
import classes from './Card.module.css'

type Props = { title: string; count?: number | undefined; level?: 2 | 3; children: ReactNode }

/** A titled part of a panel. */
export function Card({ title, count, level = 2, children }: Props) {
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <section className={classes.card} aria-labelledby={id}>
      <Heading id={id} className={classes.title}>
        {title}
        {count === undefined ? null : <span className={classes.count}>{count}</span>}
      </Heading>
      {children}
    </section>
  )
}
