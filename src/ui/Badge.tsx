import { Badge as MantineBadge, VisuallyHidden } from '@mantine/core'
import * as words from '#words/ui'
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
    <MantineBadge
      component="span"
      variant="transparent"
      classNames={{ root: classes.badge, label: classes.label }}
      data-tone={tone}
      title={isUnrecognised ? words.unrecognised() : title}
    >
      <span>{children}</span>
      {isUnrecognised ? <Unrecognised /> : null}
    </MantineBadge>
  )
}

/** The same as plain elements, for the cells of a large table: fifty rows of components cost more than all the rest. */
export function CellBadge({ children, tone = 'neutral', title, isUnrecognised = false }: Props) {
  return (
    <span className={classes.badge} data-tone={tone} title={isUnrecognised ? words.unrecognised() : title}>
      <span>{children}</span>
      {isUnrecognised ? <Unrecognised /> : null}
    </span>
  )
}

function Unrecognised() {
  return (
    <>
      <sup aria-hidden="true">?</sup>
      <VisuallyHidden>{words.saidUnrecognised()}</VisuallyHidden>
    </>
  )
}
