import * as words from '#words/search'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Group.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Combobox.layer.css'
import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import '@mantine/core/styles/Switch.layer.css'
import { Button, Paper, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type FormEvent, useRef, useState } from 'react'
import type { CustomerSearch } from '#src/customer/look-up/customer-address.ts'
import { usePreference } from '#src/session/preferences.ts'
import { useSession } from '#src/session/session-context.ts'
import { DealersField } from './DealersField.tsx'
import { pastedPath, readPastedIdentifier } from './pasted-identifier.ts'
import classes from './SearchForm.module.css'

/** What stands in the form, typed text included. */
export type SearchFields = { text: string; dealers: string[]; excludeOrderType: boolean }

type Props = {
  initial?: SearchFields | undefined
  /** What the server did not accept, beside the field it is about, until that field is changed. */
  refused?: { text?: string | undefined; dealers?: string | undefined }
  /** `path` is the page of what was asked for; of a link with the view it has. */
  onSearch: (search: CustomerSearch, path: string, fields: SearchFields) => void
}

/** Asks for a customer. Nothing is sent until every field is right; problems stand beside their field. */
export function SearchForm({ initial, refused = {}, onSearch }: Props) {
  const session = useSession()
  const all = session.dealers.map((dealer) => dealer.uuid)
  const announce = useAnnounce()
  const { value: kept = [], choose: keep } = usePreference('dealers', () => announce(words.dealersNotKept()))
  const lastAsked = all.filter((uuid) => kept.includes(uuid))
  const uuidField = useRef<HTMLInputElement>(null)
  const dealersField = useRef<HTMLInputElement>(null)
  // Until somebody has sent the form, what is still being typed is not wrong.
  const [isChecked, setIsChecked] = useState(false)
  const form = useForm<SearchFields>({
    mode: 'controlled',
    validateInputOnChange: isChecked,
    initialValues: initial ?? { text: '', dealers: lastAsked.length === 0 ? all : lastAsked, excludeOrderType: false },
    initialErrors: { text: refused.text, dealers: refused.dealers },
    validate: {
      text: (text) => {
        const pasted = readPastedIdentifier(text)
        return 'problem' in pasted ? pasted.problem : null
      },
      dealers: (dealers) => (dealers.length === 0 ? words.chooseDealer() : null),
    },
  })
  const handleValid = (fields: SearchFields) => {
    const pasted = readPastedIdentifier(fields.text)
    if ('problem' in pasted) return
    // Links stay short and follow the person's rights when every dealer is meant.
    const isAll = all.every((uuid) => fields.dealers.includes(uuid))
    const next = isAll ? [] : all.filter((uuid) => fields.dealers.includes(uuid))
    if (next.join() !== lastAsked.join()) keep(next.length === 0 ? undefined : next)
    const asked = { dealers: isAll ? [] : [...fields.dealers].sort(), excludeOrderType: fields.excludeOrderType }
    onSearch({ ...asked, customerUUID: pasted.uuid }, pastedPath(pasted, asked), { ...fields, text: pasted.uuid })
  }
  const handleSubmit = (event: FormEvent<HTMLFormElement>) =>
    form.onSubmit(handleValid, (errors) => {
      setIsChecked(true)
      const field = errors['text'] === undefined ? dealersField : uuidField
      field.current?.focus()
    })(event)
  if (all.length === 0) {
    return (
      <Paper className={classes.form} withBorder radius={12} component="p">
        {words.noDealer()}
      </Paper>
    )
  }
  return (
    <Paper
      component="form"
      role="search"
      className={classes.form}
      withBorder
      radius={12}
      onSubmit={handleSubmit}
      noValidate
    >
      <TextInput
        ref={uuidField}
        size="md"
        label={words.uuid()}
        name="customer-uuid"
        placeholder={words.uuidOrLink()}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={initial === undefined}
        {...form.getInputProps('text')}
      />
      <DealersField
        ref={dealersField}
        value={form.values.dealers}
        onChange={(dealers) => form.setFieldValue('dealers', dealers)}
        error={form.errors['dealers']}
      />
      <div className={classes.last}>
        <Switch
          label={words.excludeType()}
          aria-label={words.excludeType()}
          description={words.excludeMeans()}
          {...form.getInputProps('excludeOrderType', { type: 'checkbox' })}
        />
        <Button type="submit" size="md">
          {words.find()}
        </Button>
      </div>
    </Paper>
  )
}
