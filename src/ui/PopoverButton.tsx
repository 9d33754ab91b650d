import '@mantine/core/styles/Popover.layer.css'
import { Button, Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './PopoverButton.module.css'

type Props = {
  /** The button's accessible name, and that of what it opens. */
  name: string
  /** What the button shows. */
  label: ReactNode
  icon: ReactNode
  isOn: boolean
  children: ReactNode
}

/** A button that opens a small panel of choices. */
export function PopoverButton({ name, label, icon, isOn, children }: Props) {
  return (
    <Popover position="bottom-start" trapFocus returnFocus shadow="md" transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          className={classes.button}
          data-on={isOn || undefined}
          aria-label={name}
          rightSection={icon}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel}>{children}</Popover.Dropdown>
    </Popover>
  )
}
