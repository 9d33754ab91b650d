import { Button } from '@mantine/core'
import { use, useRef, useState } from 'react'
import { lazyPart } from '#src/ui/LazyPart.tsx'
import { RawBytes } from './raw-bytes.ts'

const RawAnswer = lazyPart('The raw answer', async () => (await import('./raw/RawAnswer.tsx')).RawAnswer)

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
        Show raw answer
      </Button>
      {isOpen ? <RawAnswer bytes={bytes} onClose={close} /> : null}
    </>
  )
}
