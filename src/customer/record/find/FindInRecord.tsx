import '@mantine/core/styles/CloseButton.layer.css'
import { CloseButton, Paper, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import * as words from '#words/find'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import {
  type CustomerSearch,
  customerPath,
  type Tab,
  TAB_LABELS,
  tabs,
} from '#src/customer/look-up/customer-address.ts'
import { revealOrder } from '#src/customer/record/use-reveal-linked.ts'
import { formatCount } from '#src/format/count.ts'
import { formatList } from '#src/format/list.ts'
import { formatMoney } from '#src/format/money.ts'
import { storeCountry } from '#src/format/store-country.ts'
import { useSession } from '#src/session/session-context.ts'
import { Link } from '#src/ui/Link.tsx'
import { Found } from './Found.tsx'
import { findEntries, foundBeside, type RecordEntry, recordIndex, soughtOf } from './record-index.ts'
import { useMarkedPage } from './use-marked-page.ts'
import classes from './FindInRecord.module.css'

const SHOWN = 20

/** How many entries were found behind each tab. */
export type FoundCounts = Partial<Record<Tab, number>>

type Props = {
  answer: CustomerAnswer
  search: CustomerSearch
  /** Undefined when nothing is looked for. */
  onFound: (counts: FoundCounts | undefined) => void
}

/** One field over all parts of the record. Enter walks what was found, Shift with it walks back. */
export function FindInRecord({ answer, search, onFound }: Props) {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [at, setAt] = useState(-1)
  const sought = useDeferredValue(text)
  const matches = useMatches(answer, search, sought)
  const counts = useMemo(() => matches && countByTab(matches), [matches])
  // The tabs, which show the numbers, are drawn by somebody else.
  useEffect(() => onFound(counts), [onFound, counts])

  useMarkedPage(sought)
  const wanted = useMemo(() => soughtOf(sought), [sought])
  const { currency } = useSession()
  const money = (amount: string) => formatMoney(amount, currency)

  const clear = () => {
    setText('')
    setAt(-1)
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return clear()
    if (event.key !== 'Enter' || matches === undefined || matches.length === 0) return undefined
    event.preventDefault()
    const next = (at + (event.shiftKey ? -1 : 1) + matches.length) % matches.length
    const match = matches[next]
    setAt(next)
    if (match !== undefined) void navigate(pathOf(match, search), { replace: true, state: stateOf(match) })
    return undefined
  }
  return (
    <>
      <TextInput
        type="search"
        role="searchbox"
        size="sm"
        className={classes.field}
        aria-label={words.findLabel()}
        placeholder={words.findLabel()}
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        rightSection={text === '' ? null : <CloseButton size="sm" aria-label={words.clear()} onClick={clear} />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(-1)
        }}
        onKeyDown={handleKey}
      />
      {matches === undefined ? null : (
        <Paper withBorder radius={12} className={classes.results}>
          <p role="status" className={classes.summary}>
            {matches.length === 0 ? words.noMatch({ sought: sought.trim() }) : summary(matches, counts ?? {})}
          </p>
          <ul className={classes.list}>
            {matches.slice(0, SHOWN).map((match, place) => (
              <li key={place} data-current={place === at || undefined} className={classes.match}>
                <Link
                  replace
                  state={stateOf(match)}
                  to={pathOf(match, search)}
                  aria-current={place === at || undefined}
                >
                  <Found text={match.label} sought={wanted} />
                </Link>
                {foundBeside(match, wanted, money).map((beside) => (
                  <Found key={beside} text={beside} sought={wanted} />
                ))}
                <span className={classes.tab}>{TAB_LABELS[match.tab]}</span>
              </li>
            ))}
          </ul>
          {matches.length > SHOWN ? (
            <p className={classes.tab}>{words.more({ count: matches.length - SHOWN })}</p>
          ) : null}
        </Paper>
      )}
    </>
  )
}

/** Undefined when nothing is looked for. What can be found is gathered once, when somebody begins to type. */
function useMatches(answer: CustomerAnswer, search: CustomerSearch, sought: string): RecordEntry[] | undefined {
  const session = useSession()
  const isSearching = sought.trim() !== ''
  const { customerUUID } = search
  const entries = useMemo(
    () => (isSearching ? recordIndex(answer, customerUUID, session.timeZone, storeCountry(session)) : []),
    [answer, customerUUID, session, isSearching],
  )
  return useMemo(() => (isSearching ? findEntries(entries, sought) : undefined), [entries, sought, isSearching])
}

function countByTab(matches: readonly RecordEntry[]): FoundCounts {
  const counts: FoundCounts = {}
  for (const { tab } of matches) counts[tab] = (counts[tab] ?? 0) + 1
  return counts
}

function summary(matches: readonly RecordEntry[], counts: FoundCounts): string {
  const parts = tabs.flatMap((tab) =>
    counts[tab] === undefined ? [] : [words.tabCount({ tab: TAB_LABELS[tab], count: formatCount(counts[tab]) })],
  )
  return words.matches({ count: matches.length, parts: formatList(parts) })
}

function pathOf({ tab, order }: RecordEntry, search: CustomerSearch): string {
  return customerPath(search, tab, order === undefined ? {} : { order })
}

function stateOf({ order }: RecordEntry): typeof revealOrder | undefined {
  return order === undefined ? undefined : revealOrder
}
