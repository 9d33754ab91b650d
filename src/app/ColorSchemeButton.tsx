import { ActionIcon } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import * as words from '#words/app'
import { usePreference } from '#src/session/preferences.ts'
import { useSession } from '#src/session/session-context.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { useColorsOf } from './use-colors-of.ts'
import classes from './AppLayout.module.css'

/** Switches between light and dark, for the person on whichever computer. */
export function ColorSchemeButton() {
  const announce = useAnnounce()
  const isDark = useColorsOf(useSession()) === 'dark'
  const { choose } = usePreference('color-scheme', () => announce(words.colorsNotSwitched()))
  const name = isDark ? words.toLight() : words.toDark()
  const Icon = isDark ? IconSun : IconMoon
  return (
    <ActionIcon
      variant="transparent"
      className={classes.icon}
      aria-label={name}
      title={name}
      onClick={() => choose(isDark ? 'light' : 'dark')}
    >
      <Icon size={18} aria-hidden="true" />
    </ActionIcon>
  )
}
