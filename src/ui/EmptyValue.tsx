import classes from './EmptyValue.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

type Props = {
  /** What a screen reader says in place of the dash. */
  says?: string
}

/** Nothing was sent here. */
export function EmptyValue({ says = 'not stated' }: Props) {
  return (
    <span className={classes.empty} title={says}>
      <span aria-hidden="true">—</span>
      <VisuallyHidden>{says}</VisuallyHidden>
    </span>
  )
}
