import { signInPath } from '#src/contract/desk/return-to.ts'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useMatch, useNavigate } from 'react-router-dom'
import {
  customerPath,
  parseCustomerSearch,
  sameViewOf,
  TAB_LABELS,
  tabs,
} from '#src/customer/look-up/customer-address.ts'
import { useRecordActions } from '#src/customer/look-up/use-record-actions.ts'
import { pastedPath, readPastedIdentifier } from '#src/customer/search/pasted-identifier.ts'
import { recentQuery } from '#src/customer/search/recent-query.ts'
import { keyOfTab, SINGLE_KEYS } from '#src/customer/record/shortcuts/single-keys.ts'
import { cleanText, fold } from '#src/format/text.ts'
import { usePreference } from '#src/session/preferences.ts'
import { useSession } from '#src/session/session-context.ts'
import { useSignOut } from '#src/session/sign-out-context.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { useColorsOf } from './use-colors-of.ts'

/** Something that the command box does. */
export type Command = {
  id: string
  group: string
  label: string
  run: () => void
  /** The single key that does the same, where the person has those on. */
  singleKey?: string | undefined
}

const MOST_RECENT = 8
/** The platform's own identifiers are longer. */
const MIN_IDENTIFIER = 20

/** What can be done here and now, narrowed by what is typed; a pasted customer comes first. */
export function useCommands(typed: string): Command[] {
  const session = useSession()
  const navigate = useNavigate()
  const pasted = usePasted(typed)
  const places: Command[] = [
    { id: 'search', group: 'Go to', label: 'Search for a customer', run: () => void navigate('/') },
    ...(session.isManager
      ? [
          { id: 'audit', group: 'Go to', label: 'Audit record', run: () => void navigate('/audit') },
          { id: 'staff', group: 'Go to', label: 'Staff with access', run: () => void navigate('/audit?view=staff') },
        ]
      : []),
    { id: 'account', group: 'Go to', label: 'Your account', run: () => void navigate('/account') },
  ]
  const all = [...useRecents(), ...useTabs(), ...useActions(), ...places]
  const words = fold(typed).split(/\s+/)
  const hasSingleKeys = usePreference('single-keys').value !== false
  const narrowed = all
    .filter(({ group, label }) => words.every((word) => fold(`${group} ${label}`).includes(word)))
    .map((command) => (hasSingleKeys ? command : { ...command, singleKey: undefined }))
  // A word that names a command could also be an identifier; a long one is one.
  return typed.trim().length < MIN_IDENTIFIER ? [...narrowed, ...pasted] : [...pasted, ...narrowed]
}

function usePasted(typed: string): Command[] {
  const navigate = useNavigate()
  const read = typed.trim() === '' ? undefined : readPastedIdentifier(typed)
  if (read === undefined || 'problem' in read) return []
  const path = pastedPath(read, { dealers: [], excludeOrderType: false })
  return [{ id: 'open', group: 'Customer', label: `Open customer ${read.uuid}`, run: () => void navigate(path) }]
}

function useRecents(): Command[] {
  const navigate = useNavigate()
  const { data = [] } = useQuery(recentQuery())
  return data.slice(0, MOST_RECENT).map(({ customerUUID, name }) => ({
    id: `recent ${customerUUID}`,
    group: 'Recent customers',
    label: cleanText(name) || customerUUID,
    run: () => void navigate(customerPath({ customerUUID, dealers: [], excludeOrderType: false })),
  }))
}

/** The parts of the customer who is open. */
function useTabs(): Command[] {
  const navigate = useNavigate()
  const { search: query } = useLocation()
  const customerUUID = useMatch('/customers/:customerUUID/:tab?')?.params.customerUUID
  if (customerUUID === undefined) return []
  const { search } = parseCustomerSearch(customerUUID, new URLSearchParams(query))
  return tabs.map((tab) => ({
    singleKey: keyOfTab(tab),
    id: tab,
    group: 'This customer',
    label: TAB_LABELS[tab],
    run: () => void navigate(sameViewOf(search, tab, query), { replace: true, preventScrollReset: true }),
  }))
}

function useActions(): Command[] {
  const { refresh, openHandOff } = useRecordActions()
  const announce = useAnnounce()
  const signOut = useSignOut()
  const { choose } = usePreference('color-scheme')
  const next = useColorsOf(useSession()) === 'dark' ? 'light' : 'dark'
  const { value: singleKeys, choose: chooseSingleKeys } = usePreference('single-keys')
  const hasSingleKeys = singleKeys !== false
  const isCustomer = useMatch('/customers/:customerUUID/:tab?') !== null
  const copyLink = async () => {
    await navigator.clipboard.writeText(location.href)
    announce('Link to this view copied')
  }
  const ofCustomer: Command[] = [
    {
      singleKey: SINGLE_KEYS.refresh,
      id: 'refresh',
      group: 'This customer',
      label: 'Refresh',
      run: refresh,
    },
    {
      singleKey: SINGLE_KEYS.handOff,
      id: 'hand-off',
      group: 'This customer',
      label: 'Hand-off card',
      run: openHandOff,
    },
    { id: 'print', group: 'This customer', label: 'Print the whole record', run: () => print() },
    {
      id: 'copy',
      group: 'This customer',
      label: 'Copy link to this view',
      run: () => void copyLink().catch(() => announce('The browser did not allow copying')),
    },
  ]
  return [
    ...(isCustomer ? ofCustomer : []),
    { id: 'scheme', group: 'Desk', label: 'Switch between light and dark', run: () => choose(next) },
    {
      id: 'single-keys',
      group: 'Desk',
      label: hasSingleKeys ? 'Turn single-key shortcuts off' : 'Turn single-key shortcuts on',
      run: () => {
        chooseSingleKeys(!hasSingleKeys)
        announce(hasSingleKeys ? 'Single-key shortcuts are off' : 'Single-key shortcuts are on')
      },
    },
    { id: 'switch', group: 'Desk', label: 'Switch person', run: () => signOut(signInPath(location)) },
    { id: 'sign-out', group: 'Desk', label: 'Sign out', run: () => signOut() },
  ]
}
