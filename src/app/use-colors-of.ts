import { useColorScheme } from '@mantine/hooks'
import type { Session } from '#src/contract/desk/session.ts'

/** Light or dark, as the person chose, else as the system is. */
export function useColorsOf(session: Session | null | undefined): 'light' | 'dark' {
  const system = useColorScheme('light', { getInitialValueInEffect: false })
  return session?.preferences['color-scheme'] ?? system
}
