import { Badge } from '#src/ui/Badge.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import classes from './ContactValue.module.css'

type Props = {
  text: string
  /** Names the thing to the copy button. */
  what: string
  /** Why it cannot be used. */
  problem?: string | undefined
}

/** A contact as it came, to be read and copied. */
export function ContactText({ text, what, problem }: Props) {
  return (
    <>
      <bdi className={classes.value} translate="no">
        {text}
      </bdi>
      <CopyButton what={what} value={text} />
      {problem === undefined ? null : <Badge tone="warning">{problem}</Badge>}
    </>
  )
}
