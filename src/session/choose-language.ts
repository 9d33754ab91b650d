import { useMutation } from '@tanstack/react-query'
import type { Language } from '#src/contract/desk/language.ts'
import { sendPreference } from './preferences.ts'
import { useSession } from './session-context.ts'

/** Each language by the name that its speakers know, whatever the page is in. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  'en-US': 'English (United States)',
  'es-US': 'Español (Estados Unidos)',
  'fr-CA': 'Français (Canada)',
}

/**
 * The person's language, and the way to another. A page is built for one language, so it is loaded anew once the choice is
 * kept: its address says what it shows.
 */
export function useLanguageChoice() {
  const { mutate, isError, isPending } = useMutation({
    mutationFn: (language: Language | undefined) => sendPreference('language', language),
    onSuccess: () => location.reload(),
  })
  return { value: useSession().preferences.language, choose: mutate, isFailed: isError, isPending }
}
