import { ActionIcon } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useSession } from '#src/session/session-context.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { useColorsOf } from './use-colors-of.ts'
import classes from './AppLayout.module.css'

/** Switches between light and dark, for the person on whichever computer. */
export function ColorSchemeButton() {
  const queryClient = useQueryClient()
  const announce = useAnnounce()
  const isDark = useColorsOf(useSession()) === 'dark'
  const next = isDark ? 'light' : 'dark'
  const Icon = isDark ? IconSun : IconMoon
  const choose = () =>
    import('./choose-colors.ts')
      .then(({ chooseColors }) => chooseColors(queryClient, next))
      .catch(() => announce('The colors could not be switched'))
  return (
    <ActionIcon
      variant="transparent"
      className={classes.icon}
      aria-label={`Switch to ${next} colors`}
      title={`Switch to ${next} colors`}
      onClick={() => void choose()}
    >
      <Icon size={18} aria-hidden="true" />
    </ActionIcon>
  )
}
