import { foundParts } from '#src/format/found-parts.ts'
import type { Sought } from './record-index.ts'
import classes from './FindInRecord.module.css'

/** A text in which what was looked for is marked. Mantine's own marks know nothing of accents and hyphens. */
export function Found({ text, sought: { words, bare } }: { text: string; sought: Sought }) {
  const parts = foundParts(
    text,
    words.map((word) => word.text),
    bare,
  )
  return (
    <bdi translate="no">
      {parts.map((part, place) =>
        part.isFound ? (
          <mark key={place} className={classes.mark}>
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </bdi>
  )
}
