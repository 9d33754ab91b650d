import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router-dom'

/** The state of an entry in the history at which the hand-off card lies over the page. */
const HAND_OFF = { handOff: true } as const

/** What can be done with the record on the page, by a button, a key or the command box. */
export function useRecordActions() {
  const navigate = useNavigate()
  const location = useLocation()
  const queryClient = useQueryClient()
  const show = (state: object | null) => void navigate(location, { state, replace: true, preventScrollReset: true })
  return {
    refresh: () => void queryClient.refetchQueries({ queryKey: ['customer'], type: 'active' }),
    isHandOffOpen: (location.state as { handOff?: unknown } | null)?.handOff === true,
    openHandOff: () => show(HAND_OFF),
    closeHandOff: () => show(null),
  }
}
