import { useSession } from '#src/session/session-context.ts'
import { storeCountry } from '#src/format/store-country.ts'
import { cleanText } from '#src/format/text.ts'
import { useDeferredImport } from '#src/ui/use-deferred-import.ts'

type Reading = { numbers: readonly { text: string; href: string }[]; isKnown: boolean; text: string }

/**
 * The numbers in a field; until it is known what numbers there are, `isKnown` is false and the text stands as it came. What
 * is known of the world's numbers is a fifth of what the page needs before it shows anybody.
 */
export function useReadPhones(sent: string | null | undefined): Reading {
  const country = storeCountry(useSession())
  const read = useDeferredImport('phone numbers', async () => (await import('#src/format/phone.ts')).readPhones, false)
  return { numbers: read?.(sent, country) ?? [], isKnown: read !== undefined, text: cleanText(sent) }
}
