import { useMemo } from 'react'
import { type CustomerAnswer, entriesOf } from '#src/contract/read-answer.ts'
import { SectionState } from '#src/customer/record/SectionState.tsx'
import { type AddressPlace, addressPlaces } from '#src/findings/address-lists.ts'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import * as words from '#words/addresses'
import { PlaceEntry } from './PlaceEntry.tsx'
import classes from './AddressesPanel.module.css'

type Props = { answer: CustomerAnswer }

/**
 * The address book and the older list as one: the same place is often in both, spelled differently. Each place stands once
 * with what either list has of it, the preferred one first, and what differs is marked.
 */
export function AddressesPanel({ answer }: Props) {
  const places = useMemo(() => {
    const all = addressPlaces(entriesOf(answer.addresses), entriesOf(answer.legacyAddresses))
    return all.sort((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)))
  }, [answer])
  const areCompared = hasEntries(answer.addresses) && hasEntries(answer.legacyAddresses)
  return (
    <TitledCard title={words.addresses()} count={areCompared || places.length === 0 ? undefined : places.length}>
      <SectionState section={answer.addresses} noun={words.nounAddresses()}>
        {() => null}
      </SectionState>
      <SectionState section={answer.legacyAddresses} noun={words.nounLegacy()}>
        {() => null}
      </SectionState>
      {areCompared ? <p className={classes.summary}>{summary(places)}</p> : null}
      <ul>
        {places.map((place, index) => (
          <li key={index} className={classes.entry} data-dimmed={place.current?.isValid === false || undefined}>
            <PlaceEntry place={place} isCompared={areCompared} />
          </li>
        ))}
      </ul>
    </TitledCard>
  )
}

const isPreferred = ({ current }: AddressPlace): boolean => current?.isPreferred === true

function hasEntries(section: CustomerAnswer['addresses'] | CustomerAnswer['legacyAddresses']): boolean {
  return entriesOf<unknown>(section).length > 0
}

/** How far the two lists agree, in one line. */
function summary(places: readonly AddressPlace[]): string {
  const number = (...states: AddressPlace['state'][]) => places.filter(({ state }) => states.includes(state)).length
  const parts = [
    [number('same', 'written-differently'), words.inBoth],
    [number('differs'), words.listedDifferently],
    [number('only-current'), words.countOnlyBook],
    [number('only-legacy'), words.countOnlyLegacy],
  ] as const
  return parts.flatMap(([count, message]) => (count === 0 ? [] : [message({ count })])).join(' · ')
}
