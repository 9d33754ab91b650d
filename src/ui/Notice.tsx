import { type ReactNode, useEffect, useRef } from 'react'
import classes from './Notice.module.css'

type Props = {
  title: string
  level: 1 | 2 | 3
  children?: ReactNode
  /** The notice is all there is after a failure: it is read out, and reading goes on from its heading. */
  isAlert?: boolean
}

/** A calm panel that says in words why there is nothing else to see, and what to do. */
export function Notice({ title, level, children, isAlert = false }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isAlert) heading.current?.focus()
  }, [isAlert])
  const Heading = `h${level}` as const
  return (
    <section className={classes.notice}>
      <Heading className={classes.title} ref={heading} tabIndex={isAlert ? -1 : undefined}>
        {title}
      </Heading>
      <div className={classes.body}>{children}</div>
    </section>
  )
}
