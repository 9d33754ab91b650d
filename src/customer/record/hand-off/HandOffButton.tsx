import { Button } from '@mantine/core'
import { IconShare3 } from '@tabler/icons-react'
import { useRef } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { CustomerSearch } from '#src/customer/look-up/customer-address.ts'
import { isHandOff, openHandOff } from '#src/customer/look-up/hand-off-state.ts'
import { lazyPart } from '#src/ui/LazyPart.tsx'
import classes from './HandOffButton.module.css'

const HandOffCard = lazyPart('The hand-off card', async () => (await import('./HandOffCard.tsx')).HandOffCard)

type Props = { answer: CustomerAnswer; search: CustomerSearch }

/** Opens the card; so does the command box, by the state of the entry in the history. */
export function HandOffButton({ answer, search }: Props) {
  const location = useLocation()
  const navigate = useNavigate()
  const button = useRef<HTMLButtonElement>(null)
  const show = (state: object | null) => void navigate(location, { state, replace: true, preventScrollReset: true })
  const close = () => {
    show(null)
    button.current?.focus()
  }
  return (
    <>
      <Button
        ref={button}
        variant="default"
        className={classes.button}
        leftSection={<IconShare3 size={16} aria-hidden="true" />}
        onClick={() => show(openHandOff)}
      >
        Hand-off card
      </Button>
      {isHandOff(location.state) ? <HandOffCard answer={answer} search={search} onClose={close} /> : null}
    </>
  )
}
