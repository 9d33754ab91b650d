import { lazy, Suspense, useContext, useState } from 'react'
import { Button } from '#src/ui/Button.tsx'
import { SectionBoundary } from '#src/ui/SectionBoundary.tsx'
import { RawBytes } from './raw-bytes.ts'

const RawAnswer = lazy(async () => ({ default: (await import('./RawAnswer.tsx')).RawAnswer }))

/** Opens the answer as it arrived, for what the page cannot show. */
export function RawAnswerButton() {
  const bytes = useContext(RawBytes)
  const [isOpen, setIsOpen] = useState(false)
  if (bytes === undefined) return null
  return (
    <>
      <Button size="small" look="plain" onClick={() => setIsOpen(true)}>
        Show raw answer
      </Button>
      {isOpen ? (
        <SectionBoundary name="The raw answer">
          <Suspense>
            <RawAnswer bytes={bytes} onClose={() => setIsOpen(false)} />
          </Suspense>
        </SectionBoundary>
      ) : null}
    </>
  )
}
