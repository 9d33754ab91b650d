import * as words from '#words/search'
import { Kbd, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { parseCustomerSearch } from '#src/customer/look-up/customer-address.ts'
import classes from './QuickFind.module.css'

/** Wanted when somebody types, not before the first customer shows. */
const loadReader = () => import('./pasted-identifier.ts')

type Props = {
  /** Opens the box of commands. */
  onCommands: () => void
}

/** The field in the bar: the next customer with the dealers and the switch of this one. */
export function QuickFind({ onCommands }: Props) {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const reader = await loadReader().catch(() => undefined)
    if (reader === undefined) return setProblem(words.partNotLoaded())
    const { pastedPath, readPastedIdentifier } = reader
    const pasted = readPastedIdentifier(text)
    if ('problem' in pasted) return setProblem(pasted.problem)
    setText('')
    setProblem(undefined)
    // A link has a view of its own; a UUID is asked for as the customer shown.
    const here = pasted.view === undefined ? params : new URLSearchParams()
    navigate(pastedPath(pasted, parseCustomerSearch(pasted.uuid, here).search))
    // Reading and the keyboard go on with the customer, not at the top of the document.
    document.getElementById('main')?.focus()
    return undefined
  }
  return (
    <form className={classes.find} onSubmit={(event) => void handleSubmit(event)} noValidate>
      <TextInput
        classNames={{ input: classes.field, error: classes.problem, section: classes.section }}
        aria-label={words.openAnother()}
        placeholder={words.pasteHere()}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        leftSectionPointerEvents="none"
        rightSection={
          <UnstyledButton
            className={classes.commands}
            aria-label={words.commandsKey()}
            aria-keyshortcuts="Control+K Meta+K"
            onClick={onCommands}
          >
            <Kbd size="xs" className={classes.key}>
              Ctrl K
            </Kbd>
          </UnstyledButton>
        }
        rightSectionWidth={64}
        error={problem}
        errorProps={{ role: 'alert' }}
        value={text}
        onFocus={() => void loadReader().catch(() => undefined)}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setProblem(undefined)
        }}
      />
    </form>
  )
}
