import type { PostalAddress } from '#src/format/address.ts'
import { storeCountry } from '#src/format/store-country.ts'
import { cleanText } from '#src/format/text.ts'
import { useSession } from '#src/session/session-context.ts'
import { useDeferredImport } from '#src/ui/use-deferred-import.ts'

/** The lines of an address in the order of its country; until the orders of the world have come, as they were sent. */
export function useAddressLines(address: PostalAddress): string[] {
  const home = storeCountry(useSession())
  const read = useDeferredImport(
    'postal addresses',
    async () => (await import('#src/format/address.ts')).addressLines,
    false,
  )
  if (read !== undefined) return read(address, home)
  const { line1, line2, city, state, stateCode, zip } = address
  const place = [city, state ?? stateCode, zip].map(cleanText).filter((part) => part !== '')
  return [cleanText(line1), cleanText(line2), place.join(' ')].filter((line) => line !== '')
}
