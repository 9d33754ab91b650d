import { Code as MantineCode } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Code.module.css'

type Props = { children: ReactNode }

/** An id or a code: monospaced and quiet, so that every digit can be told. */
export function Code({ children }: Props) {
  return (
    <MantineCode className={classes.code} translate="no">
      {children}
    </MantineCode>
  )
}

/** The same as a plain element, for the cells of a large table. */
export function CellCode({ children }: Props) {
  return (
    <code className={classes.code} translate="no">
      {children}
    </code>
  )
}
