import * as words from '#words/record'
import { Button } from '@mantine/core'
import { use, useRef, useState } from 'react'
import { lazyPart } from '#src/ui/LazyPart.tsx'
import { RawBytes } from './raw-bytes.ts'

const RawAnswer = lazyPart(words.rawAnswerPart(), async () => (await import('./raw/RawAnswer.tsx')).RawAnswer)

/** Opens the answer as it arrived, for what the page cannot show. */
export function RawAnswerButton() {
  const bytes = use(RawBytes)
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setIsOpen(false)
    button.current?.focus()
  }
  if (bytes === undefined) return null
  return (
    <>
      <Button ref={button} size="xs" variant="default" onClick={() => setIsOpen(true)}>
        {words.showRaw()}
      </Button>
      {isOpen ? <RawAnswer bytes={bytes} onClose={close} /> : null}
    </>
  )
}
