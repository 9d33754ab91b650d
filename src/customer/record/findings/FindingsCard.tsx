import { Button } from '@mantine/core'
import { use, useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router-dom'
import * as words from '#words/findings-card'
import { customerPath } from '#src/customer/look-up/customer-address.ts'
import type { Finding, Place } from '#src/findings/finding.ts'
import { WEIGHT_WORDS } from '#src/findings/rule-words.ts'
import { Badge } from '#src/ui/Badge.tsx'
import { Link } from '#src/ui/Link.tsx'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import { OnPaper } from '#src/customer/record/on-paper.ts'
import { revealOrder } from '#src/customer/record/use-reveal-linked.ts'
import { usePreference } from '#src/session/preferences.ts'
import { FindingsChoice } from './FindingsChoice.tsx'
import { SlipButton } from './SlipButton.tsx'
import { type FindingsOf, useFindings } from './use-findings.ts'
import classes from './FindingsCard.module.css'

const SHOWN_AT_ONCE = 5

/** What is odd about the record, each with its reason and a way to the place; nothing where nothing is. */
export function FindingsCard(record: FindingsOf) {
  const findings = useFindings(record)
  const [isAll, setIsAll] = useState(use(OnPaper))
  const card = useRef<HTMLDivElement>(null)
  const { key, hash } = useLocation()
  const { value: off = [] } = usePreference('findings-off')
  // Where all are switched off, the way back stays.
  const isThere = findings !== undefined && (findings.length > 0 || off.length > 0)
  // The keyboard and the view are outside React.
  useEffect(() => {
    if (isThere && hash === '#findings') card.current?.focus()
  }, [isThere, key, hash])
  if (!isThere) return null
  const shown = isAll ? findings : findings.slice(0, SHOWN_AT_ONCE)
  return (
    <div ref={card} tabIndex={-1} className={classes.card}>
      <TitledCard title={words.title()}>
        <p className={classes.note}>{findings.length === 0 ? words.nothingFoundOfKinds() : words.note()}</p>
        <ul className={classes.list}>
          {shown.map((finding, place) => (
            <li key={place} className={classes.row}>
              <Badge tone={finding.weight === 'money' ? 'warning' : 'neutral'}>{WEIGHT_WORDS[finding.weight]}</Badge>
              <Reason finding={finding} {...record} />
            </li>
          ))}
        </ul>
        <div className={classes.actions}>
          {shown.length === findings.length ? null : (
            <Button size="xs" variant="default" onClick={() => setIsAll(true)}>
              {words.showAll({ count: findings.length })}
            </Button>
          )}
          {findings.length === 0 ? null : <SlipButton findings={findings} {...record} />}
          <FindingsChoice />
        </div>
      </TitledCard>
    </div>
  )
}

function Reason({ finding: { reason, place }, search }: { finding: Finding } & FindingsOf) {
  const path = pathOf(place)
  if (path === undefined) return <span className={classes.reason}>{reason}</span>
  return (
    <Link
      className={classes.reason}
      to={customerPath(search, path.tab, path.more)}
      state={'order' in path.more ? revealOrder : undefined}
    >
      {reason}
    </Link>
  )
}

/** Undefined for what stands beside the finding. */
function pathOf(place: Place): { tab: Exclude<Place['tab'], 'info'>; more: Record<string, string> } | undefined {
  if (place.tab === 'info') return undefined
  if (place.tab !== 'orders') return { tab: place.tab, more: {} }
  return { tab: 'orders', more: place.order === undefined ? {} : { order: place.order } }
}
