import * as words from '#words/record'
import type { ReactNode } from 'react'
import type { Section } from '#src/contract/read-answer.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { RawAnswerButton } from '#src/customer/record/RawAnswerButton.tsx'
import classes from './SectionState.module.css'

type Props<T> = {
  section: Section<T[]>
  /** In the plural: `vehicles`. */
  noun: string
  /** Shown beside "none on this record". */
  hint?: ReactNode
  children: (items: T[]) => ReactNode
}

/** Tells a list that is empty from one that was not sent and one that could not be read. */
export function SectionState<T>({ section, noun, hint, children }: Props<T>) {
  if (section.state === 'missing') {
    return (
      <div className={classes.note}>
        <p>{words.sectionNotSent({ noun })}</p>
        <RawAnswerButton />
      </div>
    )
  }
  if (section.state === 'unreadable') {
    return (
      <Banner
        tone="error"
        title={capital(words.sectionNotShown({ noun }))}
        message={words.notList({ reason: section.reason })}
      >
        <RawAnswerButton />
      </Banner>
    )
  }
  const skipped =
    section.skipped === 0 ? null : (
      <Banner tone="warning" title={words.rowsNotShown({ count: section.skipped })} message={words.noEntry()}>
        <RawAnswerButton />
      </Banner>
    )
  if (section.value.length === 0) {
    return (
      <>
        {skipped}
        {section.skipped > 0 ? null : <p className={classes.note}>{words.sectionEmpty({ noun })}</p>}
        {hint}
      </>
    )
  }
  return (
    <>
      {skipped}
      {children(section.value)}
    </>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
