import { VisuallyHidden } from './VisuallyHidden.tsx'
import classes from './Badge.module.css'

type Props = {
  /** A word always says what the colour repeats. */
  children: string
  tone?: 'neutral' | 'open' | 'invoiced' | 'closed' | 'accent' | 'warning'
  title?: string | undefined
  /** The word stands as it was sent, because nobody here knows what it means. */
  isUnrecognised?: boolean
}

export function Badge({ children, tone = 'neutral', title, isUnrecognised = false }: Props) {
  return (
    <span className={classes.badge} data-tone={tone} title={isUnrecognised ? 'Unrecognised, as sent' : title}>
      {children}
      {isUnrecognised ? (
        <>
          <sup aria-hidden="true">?</sup>
          <VisuallyHidden>, unrecognised</VisuallyHidden>
        </>
      ) : null}
    </span>
  )
}
