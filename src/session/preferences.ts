import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '#src/api/request.ts'
import type { PreferenceName, Preferences } from '#src/contract/desk/preferences.ts'
import { useSession } from './session-context.ts'
import { sessionQuery } from './session-query.ts'

/** One of the things that a person chose, and the way to another choice. */
export type Preference<Name extends PreferenceName> = {
  /** Undefined where nothing was chosen. */
  value: Preferences[Name]
  /** The last choice could not be kept, and is taken back. */
  isFailed: boolean
  /** Undefined is the way back to what it is for everybody. */
  choose: (value: Preferences[Name]) => void
}

/**
 * Kept on the server for the person, so that it is there on every computer of the store.
 * @param onFailed called when a choice could not be kept, and has been taken back
 */
export function usePreference<Name extends PreferenceName>(name: Name, onFailed?: () => void): Preference<Name> {
  const queryClient = useQueryClient()
  const value = useSession().preferences[name]
  const { mutate, isError } = useMutation({
    // One after the other, so that the last choice is the one that stays.
    scope: { id: `preference ${name}` },
    mutationFn: (next: Preferences[Name]) => sendPreference(name, next),
    onMutate: (next) => {
      showPreference(queryClient, name, next)
      return { value }
    },
    onError: (_error, _next, before) => {
      showPreference(queryClient, name, before?.value)
      onFailed?.()
    },
  })
  return { value, isFailed: isError, choose: mutate }
}

/**
 * The way back from every choice to what things are for everybody.
 * @param onReset called when the server has let go of all
 */
export function useResetAll(onReset: () => void) {
  const queryClient = useQueryClient()
  const { mutate, isError } = useMutation({
    mutationFn: () => request({ method: 'DELETE', path: '/api/preferences' }),
    onSuccess: () => {
      queryClient.setQueryData(sessionQuery().queryKey, (session) => session && { ...session, preferences: {} })
      onReset()
    },
  })
  return { resetAll: () => mutate(), isFailed: isError }
}

/** Has the server keep a choice, or let go of it. @throws ApiFailure */
export function sendPreference<Name extends PreferenceName>(name: Name, value: Preferences[Name]): Promise<unknown> {
  const path = `/api/preferences/${name}`
  return value === undefined ? request({ method: 'DELETE', path }) : request({ method: 'PUT', path, body: { value } })
}

/** Shows the page as was chosen. */
function showPreference<Name extends PreferenceName>(
  queryClient: QueryClient,
  name: Name,
  value: Preferences[Name],
): void {
  queryClient.setQueryData(
    sessionQuery().queryKey,
    (session) => session && { ...session, preferences: { ...session.preferences, [name]: value } },
  )
}
