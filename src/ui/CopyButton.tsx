import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect } from 'react'
import * as words from '#words/ui'
import { useAnnounce } from './Announcer.tsx'
import classes from './CopyButton.module.css'

type Props = {
  /** What is copied, exactly. */
  value: string
  /** Names the thing: the button reads "Copy VIN". */
  what: string
  /** Words beside the icon. */
  children?: string
}

/** Copies a value and says so. Where the browser refuses, it offers the value selected in a field. */
export function CopyButton({ value, what, children }: Props) {
  const announce = useAnnounce()
  const { copy, reset, copied, error } = useClipboard({ timeout: 2000 })
  const isRefused = error !== null
  // The live region is outside this component.
  useEffect(() => {
    if (copied) announce(words.copiedNamed({ what }))
    if (isRefused) announce(words.copyRefused({ what }))
  }, [copied, isRefused, what, announce])
  if (isRefused) {
    return (
      <TextInput
        className={classes.fallback}
        size="xs"
        aria-label={what}
        value={value}
        readOnly
        // The person asked for the value a moment ago; the field replaces the button they pressed.
        ref={(field) => field?.select()}
        onBlur={reset}
      />
    )
  }
  const Icon = copied ? IconCheck : IconCopy
  const props = {
    variant: 'default',
    'aria-label': words.copyNamed({ what }),
    title: copied ? words.copied() : words.copyNamed({ what }),
    onClick: () => {
      // Said once more when it is pressed once more.
      reset()
      copy(value)
    },
  } as const
  return children === undefined ? (
    <ActionIcon className={classes.icon} {...props}>
      <Icon size={15} aria-hidden="true" />
    </ActionIcon>
  ) : (
    <Button className={classes.words} leftSection={<Icon size={15} aria-hidden="true" />} {...props}>
      {children}
    </Button>
  )
}
