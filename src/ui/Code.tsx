import type { ReactNode } from 'react'
import classes from './Code.module.css'

type Props = { children: ReactNode }

/** An id or a code: monospaced and quiet, so that every digit can be told. */
export function Code({ children }: Props) {
  return <span className={classes.code}>{children}</span>
}
