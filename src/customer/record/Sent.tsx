import * as words from '#words/record'
import { fill } from '#src/ui/fill.ts'
import { cleanText, withVisibleMarks } from '#src/format/text.ts'
import classes from './Sent.module.css'

type Props = { text: string | null | undefined }

/**
 * Text that somebody wrote into the record. It turns nothing beside it around, shows nothing that cannot be seen, and is
 * left alone by a browser that translates the page.
 */
export function Sent({ text }: Props) {
  return <bdi translate="no">{cleanText(text)}</bdi>
}

type AsSentProps = {
  sent: string | null | undefined
  shown: string
  /** Also where it is the same text: what is shown was made of it. */
  isAlways?: boolean
}

/** What was sent, where what is shown says less or something else. */
export function AsSent({ sent, shown, isAlways = false }: AsSentProps) {
  const written = withVisibleMarks(sent ?? '')
  if (written === '' || (written === shown && !isAlways)) return null
  return <small className={classes.asSent}>{fill(words.asSent, { sent: <bdi translate="no">{written}</bdi> })}</small>
}
