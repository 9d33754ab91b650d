import * as words from '#words/command-box'
import { signInPath } from '#src/contract/desk/return-to.ts'
import { LANGUAGES } from '#src/contract/desk/language.ts'
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
import { LANGUAGE } from '#src/format/language.ts'
import { LANGUAGE_NAMES, useLanguageChoice } from '#src/session/choose-language.ts'
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
    { id: 'search', group: words.goTo(), label: words.searchCustomer(), run: () => void navigate('/') },
    ...(session.isManager
      ? [
          { id: 'audit', group: words.goTo(), label: words.auditRecord(), run: () => void navigate('/audit') },
          {
            id: 'staff',
            group: words.goTo(),
            label: words.staffWithAccess(),
            run: () => void navigate('/audit?view=staff'),
          },
        ]
      : []),
    { id: 'account', group: words.goTo(), label: words.yourAccount(), run: () => void navigate('/account') },
  ]
  const all = [...useRecents(), ...useTabs(), ...useActions(), ...places]
  const wanted = fold(typed).split(/\s+/)
  const hasSingleKeys = usePreference('single-keys').value !== false
  const narrowed = all
    .filter(({ group, label }) => wanted.every((word) => fold(`${group} ${label}`).includes(word)))
    .map((command) => (hasSingleKeys ? command : { ...command, singleKey: undefined }))
  // A word that names a command could also be an identifier; a long one is one.
  return typed.trim().length < MIN_IDENTIFIER ? [...narrowed, ...pasted] : [...pasted, ...narrowed]
}

function usePasted(typed: string): Command[] {
  const navigate = useNavigate()
  const read = typed.trim() === '' ? undefined : readPastedIdentifier(typed)
  if (read === undefined || 'problem' in read) return []
  const path = pastedPath(read, { dealers: [], excludeOrderType: false })
  return [
    {
      id: 'open',
      group: words.customer(),
      label: words.openCustomer({ uuid: read.uuid }),
      run: () => void navigate(path),
    },
  ]
}

function useRecents(): Command[] {
  const navigate = useNavigate()
  const { data = [] } = useQuery(recentQuery())
  return data.slice(0, MOST_RECENT).map(({ customerUUID, name }) => ({
    id: `recent ${customerUUID}`,
    group: words.recentCustomers(),
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
    group: words.thisCustomer(),
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
    announce(words.linkCopied())
  }
  const ofCustomer: Command[] = [
    {
      singleKey: SINGLE_KEYS.refresh,
      id: 'refresh',
      group: words.thisCustomer(),
      label: words.refresh(),
      run: refresh,
    },
    {
      singleKey: SINGLE_KEYS.handOff,
      id: 'hand-off',
      group: words.thisCustomer(),
      label: words.handOffCard(),
      run: openHandOff,
    },
    { id: 'print', group: words.thisCustomer(), label: words.printRecord(), run: () => print() },
    {
      id: 'copy',
      group: words.thisCustomer(),
      label: words.copyLink(),
      run: () => void copyLink().catch(() => announce(words.copyNotAllowed())),
    },
  ]
  return [
    ...(isCustomer ? ofCustomer : []),
    { id: 'scheme', group: words.desk(), label: words.switchColors(), run: () => choose(next) },
    {
      id: 'single-keys',
      group: words.desk(),
      label: hasSingleKeys ? words.singleKeysOff() : words.singleKeysOn(),
      run: () => {
        chooseSingleKeys(!hasSingleKeys)
        announce(hasSingleKeys ? words.singleKeysAreOff() : words.singleKeysAreOn())
      },
    },
    ...useLanguages(),
    { id: 'switch', group: words.desk(), label: words.switchPerson(), run: () => signOut(signInPath(location)) },
    { id: 'sign-out', group: words.desk(), label: words.signOut(), run: () => signOut() },
  ]
}

/** The page in another language than this one's, each by the name that its speakers know. */
function useLanguages(): Command[] {
  const { choose } = useLanguageChoice()
  return LANGUAGES.filter((language) => language !== LANGUAGE).map((language) => ({
    id: language,
    group: words.desk(),
    label: LANGUAGE_NAMES[language],
    run: () => choose(language),
  }))
}
