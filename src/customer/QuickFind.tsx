import { IconSearch } from '@tabler/icons-react'
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { customerPath, parseCustomerSearch } from './customer-url.ts'
import { readPastedIdentifier } from './pasted-identifier.ts'
import classes from './QuickFind.module.css'

/** The field in the bar: the next customer with the dealers and the switch of this one. */
export function QuickFind() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const field = useRef<HTMLInputElement>(null)

  // The shortcut belongs to the whole page, so it is heard outside React; from the moment the field can be seen.
  useLayoutEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        field.current?.select()
        field.current?.focus()
      }
    }
    addEventListener('keydown', handleKey)
    return () => removeEventListener('keydown', handleKey)
  }, [])

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const pasted = readPastedIdentifier(text)
    if ('problem' in pasted) return setProblem(pasted.problem)
    setText('')
    setProblem(undefined)
    field.current?.blur()
    navigate(customerPath(parseCustomerSearch(pasted.uuid, params).search))
  }
  return (
    <form className={classes.find} onSubmit={handleSubmit} noValidate>
      <IconSearch size={16} aria-hidden="true" className={classes.icon} />
      <input
        ref={field}
        className={classes.field}
        aria-label="Open another customer"
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : 'quick-find-problem'}
        aria-keyshortcuts="Control+K"
        placeholder="Paste a customer UUID or a link"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setProblem(undefined)
        }}
      />
      <kbd className={classes.key} aria-hidden="true">
        Ctrl K
      </kbd>
      {problem === undefined ? null : (
        <p id="quick-find-problem" className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
