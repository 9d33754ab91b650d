import { Paper } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './Notice.module.css'

type Props = {
  title: string
  level: 1 | 2 | 3
  children?: ReactNode
  /** The notice is all there is: reading goes on from its heading. */
  isFocused?: boolean
  /** For what is wrong, in contrast to what merely is not there. */
  role?: 'alert'
}

/** A calm panel that says in words why there is nothing else to see, and what to do. */
export function Notice({ title, level, children, isFocused = false, role }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  // The focus is outside React.
  useEffect(() => {
    if (isFocused) heading.current?.focus()
  }, [isFocused])
  const Heading = `h${level}` as const
  return (
    <Paper component="section" radius={12} withBorder className={classes.notice} role={role}>
      <Heading className={classes.title} ref={heading} tabIndex={isFocused ? -1 : undefined}>
        {title}
      </Heading>
      <div className={classes.body}>{children}</div>
    </Paper>
  )
}
