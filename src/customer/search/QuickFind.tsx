import { Kbd, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { customerPath, parseCustomerSearch } from '#src/customer/look-up/customer-address.ts'
import { readPastedIdentifier } from './pasted-identifier.ts'
import classes from './QuickFind.module.css'

/** The field in the bar: the next customer with the dealers and the switch of this one. */
export function QuickFind() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([['mod+K', () => field.current?.select()]], [])

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const pasted = readPastedIdentifier(text)
    if ('problem' in pasted) return setProblem(pasted.problem)
    setText('')
    setProblem(undefined)
    navigate(customerPath(parseCustomerSearch(pasted.uuid, params).search))
    // Reading and the keyboard go on with the customer, not at the top of the document.
    document.getElementById('main')?.focus()
    return undefined
  }
  return (
    <form className={classes.find} onSubmit={handleSubmit} noValidate>
      <TextInput
        ref={field}
        classNames={{ input: classes.field, error: classes.problem, section: classes.section }}
        aria-label="Open another customer"
        aria-keyshortcuts="Control+K"
        placeholder="Paste a customer UUID or a link"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        leftSectionPointerEvents="none"
        rightSection={
          <Kbd size="xs" className={classes.key} aria-hidden="true">
            Ctrl K
          </Kbd>
        }
        rightSectionWidth={64}
        rightSectionPointerEvents="none"
        error={problem}
        errorProps={{ role: 'alert' }}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setProblem(undefined)
        }}
      />
    </form>
  )
}
