import { queryOptions, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useSession } from '#src/session/session-context.ts'
import { storeCountry } from '#src/format/store-country.ts'
import { cleanText } from '#src/format/text.ts'

// What is known of the world's numbers is a quarter of what the page needs before it shows anybody.
const phoneReader = queryOptions({
  queryKey: ['part', 'phone numbers'],
  queryFn: async () => (await import('#src/format/phone.ts')).readPhones,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
})

type Reading = { numbers: readonly { text: string; href: string }[]; isKnown: boolean; text: string }

/** The numbers in a field; until it is known what numbers there are, `isKnown` is false and the text stands as it came. */
export function useReadPhones(sent: string | null | undefined): Reading {
  const country = storeCountry(useSession())
  const isDrawn = useDeferredValue(true, false)
  const { data: read } = useQuery({ ...phoneReader, enabled: isDrawn })
  return { numbers: read?.(sent, country) ?? [], isKnown: read !== undefined, text: cleanText(sent) }
}
