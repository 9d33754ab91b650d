import type { ReactNode } from 'react'
import type { Section } from '#src/contract/read-answer.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { counted } from '#src/format/count.ts'
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
        <p>The service did not send {noun}.</p>
        <RawAnswerButton />
      </div>
    )
  }
  if (section.state === 'unreadable') {
    return (
      <Banner tone="error" title={`${capital(noun)} could not be shown`} message={`${section.reason}, not a list.`}>
        <RawAnswerButton />
      </Banner>
    )
  }
  const skipped =
    section.skipped === 0 ? null : (
      <Banner
        tone="warning"
        title={`${counted(section.skipped, 'row')} could not be shown`}
        message="What came is not an entry."
      >
        <RawAnswerButton />
      </Banner>
    )
  if (section.value.length === 0) {
    return (
      <>
        {skipped}
        {section.skipped > 0 ? null : <p className={classes.note}>No {noun} on this record.</p>}
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
