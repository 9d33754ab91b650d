import { infiniteQueryOptions } from '@tanstack/react-query'
import { request } from '#src/api/request.ts'
import { AuditEvents, type AuditFilter } from '#src/contract/desk/audit.ts'

const NAMES = ['person', 'customer', 'day'] as const

/** The filter as it stands in the address. */
export function parseAuditFilter(params: URLSearchParams): AuditFilter {
  return Object.fromEntries(NAMES.map((name) => [name, params.get(name)?.trim()]).filter(([, value]) => value))
}

export function auditSearch(filter: AuditFilter): string {
  const params = new URLSearchParams()
  for (const name of [...NAMES, 'marked', 'before'] as const) {
    const value = filter[name]
    if (value) params.set(name, value)
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** The record, newest first, one page after the other. */
export const auditQuery = (userUUID: string, filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', userUUID, filter],
    // What was looked at before is not what has been recorded since.
    staleTime: 0,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const path = `/api/audit${auditSearch({ ...filter, before: pageParam })}`
      return AuditEvents.parse((await request({ method: 'GET', path, signal })).body)
    },
    getNextPageParam: (page) => page.next ?? undefined,
  })
