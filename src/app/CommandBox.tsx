import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/Combobox.layer.css'
import { Combobox, Kbd, Modal, TextInput, useCombobox } from '@mantine/core'
import * as words from '#words/command-box'
import * as buttons from '#words/buttons'
import { useEffect, useState } from 'react'
import { type Command, useCommands } from './command-list.ts'
import classes from './CommandBox.module.css'

type Props = { onClose: () => void }

/** Everything that can be done from here, by the keyboard: type, walk with the arrows, Enter. */
export function CommandBox({ onClose }: Props) {
  const [typed, setTyped] = useState('')
  const commands = useCommands(typed)
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose })
  const { selectFirstOption } = combobox
  const ids = commands.map(({ id }) => id).join('\n')
  // Which option is under the keyboard is kept outside React.
  useEffect(() => {
    selectFirstOption()
  }, [ids, selectFirstOption])
  const run = (id: string) => {
    onClose()
    commands.find((command) => command.id === id)?.run()
  }
  return (
    <Modal.Root opened onClose={onClose} size={560} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content radius={14}>
        {/* No header element: the page has its one banner already. */}
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{words.commands()}</Modal.Title>
          <Modal.CloseButton aria-label={buttons.close()} />
        </div>
        <Modal.Body>
          <Combobox store={combobox} onOptionSubmit={run} withinPortal={false}>
            <Combobox.EventsTarget withExpandedAttribute>
              <TextInput
                data-autofocus
                // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- the target around it sets them
                role="combobox"
                aria-label={words.field()}
                placeholder={words.typeOrPaste()}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            </Combobox.EventsTarget>
            <Combobox.Options className={classes.options} aria-label={words.matching()} tabIndex={0}>
              {groups(commands).map(([group, items]) => (
                <Combobox.Group key={group} label={group}>
                  {items.map(({ id, label, singleKey }) => (
                    <Combobox.Option key={id} value={id} aria-keyshortcuts={singleKey} className={classes.option}>
                      <span>{label}</span>
                      {singleKey === undefined ? null : (
                        <Kbd size="xs" aria-hidden="true">
                          {singleKey}
                        </Kbd>
                      )}
                    </Combobox.Option>
                  ))}
                </Combobox.Group>
              ))}
              {commands.length === 0 ? <Combobox.Empty>{words.noneMatches()}</Combobox.Empty> : null}
            </Combobox.Options>
          </Combobox>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** In the order of the list, each group once. */
function groups(commands: readonly Command[]): [string, Command[]][] {
  const byGroup = new Map<string, Command[]>()
  for (const command of commands) {
    const known = byGroup.get(command.group)
    if (known === undefined) byGroup.set(command.group, [command])
    else known.push(command)
  }
  return [...byGroup]
}
