import { Button } from '@mantine/core'
import { IconShare3 } from '@tabler/icons-react'
import { useRef } from 'react'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { CustomerSearch } from '#src/customer/look-up/customer-address.ts'
import { useRecordActions } from '#src/customer/look-up/use-record-actions.ts'
import { lazyPart } from '#src/ui/LazyPart.tsx'
import * as words from '#words/hand-off'
import classes from './HandOffButton.module.css'

const HandOffCard = lazyPart(words.handOffPart(), async () => (await import('./HandOffCard.tsx')).HandOffCard)

type Props = { answer: CustomerAnswer; search: CustomerSearch }

/** Opens the card; so does the command box, by the state of the entry in the history. */
export function HandOffButton({ answer, search }: Props) {
  const { isHandOffOpen, openHandOff, closeHandOff } = useRecordActions()
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    closeHandOff()
    button.current?.focus()
  }
  return (
    <>
      <Button
        ref={button}
        variant="default"
        className={classes.button}
        leftSection={<IconShare3 size={16} aria-hidden="true" />}
        onClick={openHandOff}
      >
        {words.handOffCard()}
      </Button>
      {isHandOffOpen ? <HandOffCard answer={answer} search={search} onClose={close} /> : null}
    </>
  )
}
