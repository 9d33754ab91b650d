import * as words from '#words/ui'
import classes from './EmptyValue.module.css'

type Props = {
  /** What a screen reader says in place of the dash. */
  says?: string
  /** What was sent although it stands for nothing; the keyboard reaches it, and then it shows. */
  sent?: string | undefined
}

/** Nothing was sent here. One element: a large table has hundreds of them. */
export function EmptyValue({ says = words.notStated(), sent }: Props) {
  return (
    <span
      role="img"
      aria-label={says}
      title={says}
      className={classes.empty}
      data-sent={sent}
      tabIndex={sent === undefined ? undefined : 0}
    >
      —
    </span>
  )
}
