import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '#src/api/request.ts'
import { type PreferenceName, Preferences } from '#src/contract/desk/preferences.ts'
import { useSession } from './session-context.ts'

/** What the person chose. A failure is taken for no choice: nothing that is shown may wait for it. */
const preferencesQuery = (userUUID: string) =>
  queryOptions({
    queryKey: ['preferences', userUUID],
    queryFn: async ({ signal }) =>
      Preferences.parse((await request({ method: 'GET', path: '/api/preferences', signal })).body),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    // Without a network it waits for one, as nobody has asked for it.
    networkMode: 'online',
  })

/** One of the things that a person chose, and the way to another choice. */
export type Preference<Name extends PreferenceName> = {
  /** Undefined where nothing was chosen. */
  value: Preferences[Name]
  /** Whether it is not known yet. */
  isPending: boolean
  /** The last choice could not be kept, and is taken back. */
  isFailed: boolean
  /** Undefined is the way back to what it is for everybody. */
  choose: (value: Preferences[Name]) => void
}

/** Kept on the server for the person, so that it is there on every computer of the store. */
export function usePreference<Name extends PreferenceName>(name: Name): Preference<Name> {
  const { queryKey, ...query } = preferencesQuery(useSession().user.uuid)
  const queryClient = useQueryClient()
  const { data, isLoading: isPending } = useQuery({ queryKey, ...query })
  const { mutate, isError } = useMutation({
    // One after the other, so that the last choice is the one that stays.
    scope: { id: `preference ${name}` },
    mutationFn: (value: Preferences[Name]) =>
      value === undefined
        ? request({ method: 'DELETE', path: `/api/preferences/${name}` })
        : request({ method: 'PUT', path: `/api/preferences/${name}`, body: { value } }),
    onMutate: (value) => {
      const before = queryClient.getQueryData(queryKey)
      queryClient.setQueryData(queryKey, { ...before, [name]: value })
      return before
    },
    onError: (_error, _value, before) => queryClient.setQueryData(queryKey, before ?? {}),
  })
  return { value: data?.[name], isPending, isFailed: isError, choose: mutate }
}
