import { FormTheme } from '#src/ui/FormTheme.tsx'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Pill.css'
import '@mantine/core/styles/PillsInput.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Group.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Switch.css'
import { MultiSelect, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useSession } from '#src/api/session-context.ts'
import type { CustomerSearch } from './customer-url.ts'
import { readPastedIdentifier } from './pasted-identifier.ts'
import classes from './SearchForm.module.css'
import { Button } from '#src/ui/Button.tsx'

/** What stands in the form, typed text included. */
export type SearchFields = { text: string; dealers: string[]; excludeOrderType: boolean }

type Problems = { text?: string | undefined; dealers?: string | undefined }

type Props = {
  initial?: SearchFields | undefined
  /** What the server did not accept, beside the field it is about, until that field is changed. */
  refused?: Problems | undefined
  onSearch: (search: CustomerSearch, fields: SearchFields) => void
}

/** Asks for a customer. Nothing is sent until every field is right; problems stand beside their field. */
export function SearchForm({ initial, refused: sentBack = {}, onSearch }: Props) {
  const session = useSession()
  const all = session.dealers.map((dealer) => dealer.uuid)
  const [fields, setFields] = useState<SearchFields>(initial ?? { text: '', dealers: all, excludeOrderType: false })
  const [isChecked, setIsChecked] = useState(false)
  const [refused, setRefused] = useState(sentBack)
  const uuidField = useRef<HTMLInputElement>(null)
  const dealersField = useRef<HTMLInputElement>(null)

  const pasted = readPastedIdentifier(fields.text)
  const uuidProblem = isChecked && 'problem' in pasted ? pasted.problem : refused.text
  const dealersProblem = isChecked && fields.dealers.length === 0 ? 'Choose at least one dealer' : refused.dealers
  const change = (part: Partial<SearchFields>) => {
    setFields({ ...fields, ...part })
    setRefused(({ text, dealers }) => ({
      text: part.text === undefined ? text : undefined,
      dealers: part.dealers === undefined ? dealers : undefined,
    }))
  }

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if ('problem' in pasted) return uuidField.current?.focus()
    if (fields.dealers.length === 0) return dealersField.current?.focus()
    // Links stay short and follow the person's rights when every dealer is meant.
    const isAll = all.every((uuid) => fields.dealers.includes(uuid))
    onSearch(
      {
        customerUUID: pasted.uuid,
        dealers: isAll ? [] : [...fields.dealers].sort(),
        excludeOrderType: fields.excludeOrderType,
      },
      { ...fields, text: pasted.uuid },
    )
  }

  if (all.length === 0) {
    return (
      <p className={classes.form}>
        No dealer is assigned to you, so there is nobody to look up. Ask your manager for access.
      </p>
    )
  }
  return (
    <search>
      <FormTheme>
        <form className={classes.form} onSubmit={handleSubmit} noValidate>
          <TextInput
            ref={uuidField}
            size="md"
            label="Customer UUID"
            name="customer-uuid"
            placeholder="UUID, or a whole link"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={initial === undefined}
            value={fields.text}
            error={uuidProblem}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <MultiSelect
            ref={dealersField}
            label="Dealers"
            data={session.dealers.map((dealer) => ({ value: dealer.uuid, label: dealer.name }))}
            value={fields.dealers}
            error={dealersProblem}
            searchable
            hidePickedOptions
            nothingFoundMessage="No other dealer of yours matches"
            onChange={(dealers) => change({ dealers })}
          />
          <div className={classes.last}>
            <Switch
              label="Exclude order type"
              aria-label="Exclude order type"
              description="The answer then leaves the type out of every order"
              checked={fields.excludeOrderType}
              onChange={(event) => change({ excludeOrderType: event.currentTarget.checked })}
            />
            <Button type="submit" size="large">
              Find customer
            </Button>
          </div>
        </form>
      </FormTheme>
    </search>
  )
}
