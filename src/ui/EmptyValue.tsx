import classes from './EmptyValue.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

type Props = {
  /** What a screen reader says in place of the dash. */
  says?: string
  /** What was sent although it stands for nothing; the keyboard reaches it, and then it shows. */
  sent?: string
}

/** Nothing was sent here. */
export function EmptyValue({ says = 'not stated', sent }: Props) {
  return (
    <span className={classes.empty} title={says} data-sent={sent} tabIndex={sent === undefined ? undefined : 0}>
      <span aria-hidden="true">—</span>
      <VisuallyHidden>{says}</VisuallyHidden>
    </span>
  )
}
