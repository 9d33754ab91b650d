import { queryOptions, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'

/**
 * What a chunk of its own holds, once it has come; what is drawn now goes first. Kept as an answer of the server is.
 * @param name no two things that are fetched have the same
 * @param isNeeded whether the page cannot be whole without it: then a failure goes to the next boundary
 */
export function useDeferredImport<T>(name: string, load: () => Promise<T>, isNeeded: boolean): T | undefined {
  const isDrawn = useDeferredValue(true, false)
  // Without a network it waits for one, as nobody has asked for it.
  const later = { networkMode: 'online', retry: 1, throwOnError: isNeeded, enabled: isDrawn } as const
  return useQuery({ ...importQuery(name, load), ...later }).data
}

/** A chunk, fetched once. */
export function importQuery<T>(name: string, load: () => Promise<T>) {
  return queryOptions({
    queryKey: ['part', name],
    queryFn: load,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
    structuralSharing: false,
  })
}
