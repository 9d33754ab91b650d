import { Button, NativeSelect, Paper } from '@mantine/core'
import { Fragment, useMemo, useState } from 'react'
import * as words from '#words/timeline'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { type CustomerAnswer, entriesOf } from '#src/contract/read-answer.ts'
import type { CustomerSearch } from '#src/customer/look-up/customer-address.ts'
import { useClock } from '#src/customer/record/use-clock.ts'
import {
  monthsBetween,
  TIMELINE_KINDS,
  type TimelineEvent,
  type TimelineKind,
  timelineOf,
} from '#src/findings/timeline.ts'
import { formatCount } from '#src/format/count.ts'
import { vehicleTitle } from '#src/format/vehicle.ts'
import { AmountsChart } from './AmountsChart.tsx'
import { TimelineItem } from './TimelineItem.tsx'
import classes from './TimelinePanel.module.css'

/** A step of what is drawn; a record may have twenty thousand events. */
const STEP = 100
/** A longer time without anything is drawn as such. */
const GAP_MONTHS = 12

const KIND_WORDS: Readonly<Record<TimelineKind, string>> = {
  order: words.orders(),
  closing: words.closings(),
  address: words.addressChanges(),
}

type Props = { answer: CustomerAnswer; search: CustomerSearch }

/** What happened over the years, the newest first. */
export function TimelinePanel({ answer, search }: Props) {
  const clock = useClock()
  const timeline = useMemo(() => timelineOf(answer, clock), [answer, clock])
  const { kind, vehicle, choose } = useFilter()
  const isShown = (event: TimelineEvent) =>
    (kind === '' || event.kind === kind) &&
    (vehicle === '' || event.vehicles.some((item) => item.uuid === vehicle || item.id === vehicle))
  const dated = timeline.dated.filter(isShown)
  const undated = timeline.undated.filter(isShown)
  const total = timeline.dated.length + timeline.undated.length
  const shown = dated.length + undated.length
  return (
    <div className={classes.panel}>
      <AmountsChart answer={answer} />
      <div className={classes.tools}>
        <NativeSelect
          size="sm"
          label={words.kind()}
          value={kind}
          onChange={(event) => choose('events', event.currentTarget.value)}
          data={[
            { value: '', label: words.everything() },
            ...TIMELINE_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })),
          ]}
        />
        <NativeSelect
          size="sm"
          label={words.vehicle()}
          value={vehicle}
          onChange={(event) => choose('eventsOf', event.currentTarget.value)}
          data={[{ value: '', label: words.allVehicles() }, ...vehicleChoices(answer)]}
        />
        <p className={classes.summary} role="status">
          {shown === total
            ? words.events({ count: total })
            : words.eventsShown({ shown: formatCount(shown), count: total })}
        </p>
      </div>
      {shown === 0 ? (
        <Paper withBorder radius={12} component="p" className={classes.nothing}>
          {total === 0 ? words.nothing() : words.nothingOfKind()}
        </Paper>
      ) : null}
      <Dated key={`${kind} ${vehicle}`} events={dated} search={search} />
      {undated.length === 0 ? null : (
        <section aria-label={words.undated()}>
          <h2 className={classes.year}>{words.undated()}</h2>
          <Events events={undated} search={search} />
        </section>
      )}
    </div>
  )
}

/** The filter stands in the address. */
function useFilter() {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  return {
    kind: TIMELINE_KINDS.find((name) => name === params.get('events')) ?? '',
    vehicle: params.get('eventsOf') ?? '',
    choose: (name: 'events' | 'eventsOf', value: string) => {
      const next = new URLSearchParams(params)
      if (value === '') next.delete(name)
      else next.set(name, value)
      void navigate({ search: next.toString() }, { replace: true, preventScrollReset: true })
    },
  }
}

function vehicleChoices(answer: CustomerAnswer): { value: string; label: string }[] {
  return entriesOf(answer.vehicles).flatMap((vehicle) => {
    const value = vehicle.uuid || vehicle.id
    return value ? [{ value, label: vehicleTitle(vehicle) }] : []
  })
}

function Dated({ events, search }: { events: readonly TimelineEvent[]; search: CustomerSearch }) {
  const [limit, setLimit] = useState(STEP)
  const shown = events.slice(0, limit)
  return (
    <>
      {years(shown).map(({ year, gap, items }) => (
        <Fragment key={year}>
          {gap === undefined ? null : <p className={classes.gap}>{words.gap({ count: gap })}</p>}
          <section aria-label={String(year)}>
            <h2 className={classes.year}>{year}</h2>
            <Events events={items} search={search} />
          </section>
        </Fragment>
      ))}
      {shown.length === events.length ? null : (
        <Button variant="default" onClick={() => setLimit(limit + STEP)}>
          {words.showMore({ count: Math.min(STEP, events.length - limit) })}
        </Button>
      )}
    </>
  )
}

function Events({ events, search }: { events: readonly TimelineEvent[]; search: CustomerSearch }) {
  return (
    <ul className={classes.list}>
      {events.map((event, place) => (
        <TimelineItem key={place} event={event} search={search} />
      ))}
    </ul>
  )
}

type Year = { year: number; gap: number | undefined; items: TimelineEvent[] }

/** The events by year; before a year stands how long nothing had happened after it, where that was long. */
function years(events: readonly TimelineEvent[]): Year[] {
  const all: Year[] = []
  let later: TimelineEvent | undefined
  for (const event of events) {
    if (event.date === undefined) continue
    const last = all.at(-1)
    if (last?.year === event.date.year) {
      last.items.push(event)
    } else {
      // A date that is still to come leaves no gap behind it.
      const months = later?.date === undefined || later.isFuture ? 0 : monthsBetween(later.date, event.date)
      all.push({ year: event.date.year, gap: months > GAP_MONTHS ? months : undefined, items: [event] })
    }
    later = event
  }
  return all
}
