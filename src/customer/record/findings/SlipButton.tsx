import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import * as words from '#words/findings-card'
import type { Finding } from '#src/findings/finding.ts'
import { lazyPart } from '#src/ui/LazyPart.tsx'
import type { FindingsOf } from './use-findings.ts'

const CleanUpSlip = lazyPart(words.slipPart(), async () => (await import('./CleanUpSlip.tsx')).CleanUpSlip)

/** Opens the findings as a list to take to whoever can mend them. */
export function SlipButton({ findings, answer, search }: { findings: readonly Finding[] } & FindingsOf) {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setIsOpen(false)
    button.current?.focus()
  }
  return (
    <>
      <Button ref={button} size="xs" variant="default" onClick={() => setIsOpen(true)}>
        {words.slip()}
      </Button>
      {isOpen ? <CleanUpSlip findings={findings} answer={answer} search={search} onClose={close} /> : null}
    </>
  )
}
