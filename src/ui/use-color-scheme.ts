import { useSyncExternalStore } from 'react'
import { hearColorScheme, shownColorScheme } from './color-scheme.ts'

/** The colours that the page has at the moment. */
export function useColorScheme(): 'light' | 'dark' {
  return useSyncExternalStore(hearColorScheme, shownColorScheme)
}
