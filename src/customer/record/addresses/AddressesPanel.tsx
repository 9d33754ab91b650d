import { useMemo } from 'react'
import { type CustomerAnswer, entriesOf } from '#src/contract/read-answer.ts'
import { SectionState } from '#src/customer/record/SectionState.tsx'
import { type AddressPlace, addressPlaces } from '#src/findings/address-lists.ts'
import { counted } from '#src/format/count.ts'
import { TitledCard } from '#src/ui/TitledCard.tsx'
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
    <TitledCard title="Addresses" count={areCompared || places.length === 0 ? undefined : places.length}>
      <SectionState section={answer.addresses} noun="addresses">
        {() => null}
      </SectionState>
      <SectionState section={answer.legacyAddresses} noun="legacy addresses">
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
    [number('same', 'written-differently'), 'in both lists'],
    [number('differs'), 'that the lists have differently'],
    [number('only-current'), 'only in the address book'],
    [number('only-legacy'), 'only in the legacy list'],
  ] as const
  return parts
    .flatMap(([count, where]) => (count === 0 ? [] : [`${counted(count, 'address', 'addresses')} ${where}`]))
    .join(' · ')
}
