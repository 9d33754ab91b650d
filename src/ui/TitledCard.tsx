import { Paper } from '@mantine/core'
import { type ReactNode, type Ref, useId } from 'react'
import * as words from '#words/ui'
import classes from './TitledCard.module.css'

type Props = {
  title: string
  /** How many entries it has, where that says something. */
  count?: number | undefined
  children: ReactNode
  /** Where it is given, the card can be focused: for when what had the focus in it is gone. */
  ref?: Ref<HTMLElement>
}

/** A titled part of a panel. */
export function TitledCard({ title, count, children, ref }: Props) {
  const id = useId()
  return (
    <Paper
      component="section"
      ref={ref}
      tabIndex={ref === undefined ? undefined : -1}
      radius={12}
      className={classes.card}
      aria-labelledby={id}
    >
      <h2
        id={id}
        className={classes.title}
        aria-label={count === undefined ? undefined : words.titleWithCount({ title, count })}
      >
        {title}
        {count === undefined ? null : <span className={classes.count}>{count}</span>}
      </h2>
      {children}
    </Paper>
  )
}
