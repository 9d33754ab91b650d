import { IconMapPin } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Address, LegacyAddress } from '#src/contract/customer.ts'
import { dealerName } from '#src/customer/look-up/dealer-names.ts'
import { ContactValue } from '#src/customer/record/ContactValue.tsx'
import { addressKindLabel } from '#src/customer/record/labels.ts'
import { Sent } from '#src/customer/record/Sent.tsx'
import { InstantValue, QuietId, TextValue } from '#src/customer/record/values.tsx'
import type { AddressPlace } from '#src/findings/address-lists.ts'
import { zipHint } from '#src/findings/zip.ts'
import { addressLines } from '#src/format/address.ts'
import { formatAge } from '#src/format/date.ts'
import { mapLink } from '#src/format/map-link.ts'
import { storeCountry } from '#src/format/store-country.ts'
import { cleanText } from '#src/format/text.ts'
import { useSession } from '#src/session/session-context.ts'
import { Badge } from '#src/ui/Badge.tsx'
import { Code } from '#src/ui/Code.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { DetailList } from '#src/ui/DetailList.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { useNow } from '#src/ui/use-now.ts'
import classes from './PlaceEntry.module.css'

/** Systems write the year 1 or 1900 where they know of no change. */
const EARLIEST = Date.UTC(1901, 0)

type Props = {
  place: AddressPlace
  /** Whether both lists have entries, so that one that is in one only says something. */
  isCompared: boolean
}

/** One place with what the address book and the legacy list have of it, side by side. */
export function PlaceEntry({ place, isCompared }: Props) {
  const { current, legacy } = place
  return (
    <>
      <p className={classes.badges}>
        {current === undefined ? null : <CurrentBadges address={current} />}
        {isCompared ? <Agreement place={place} /> : null}
      </p>
      <div className={classes.sides}>
        {current === undefined ? null : (
          <Side title="Address book">
            <CurrentAddress address={current} />
          </Side>
        )}
        {legacy === undefined ? null : (
          <Side title="Legacy list">
            <OlderAddress address={legacy} />
          </Side>
        )}
      </div>
    </>
  )
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.side}>
      <h3 className={classes.title}>{title}</h3>
      {children}
    </div>
  )
}

/** What the two lists say of each other at this place. */
function Agreement({ place: { state, in: differing } }: { place: AddressPlace }) {
  switch (state) {
    case 'same':
      return <Badge>Same in both lists</Badge>
    case 'written-differently':
      return <Badge>Same place, written differently</Badge>
    case 'differs':
      return <Badge tone="warning">{`Lists differ in ${differing.join(' and ')}`}</Badge>
    case 'only-current':
      return <Badge>Only in the address book</Badge>
    case 'only-legacy':
      return <Badge tone="warning">Only in the legacy list</Badge>
    case 'empty':
      return null
  }
}

function CurrentBadges({ address }: { address: Address }) {
  const kind = addressKindLabel(address)
  return (
    <>
      {kind === undefined ? (
        <Badge>Kind not stated</Badge>
      ) : (
        <Badge tone="accent" isUnrecognised={!kind.isKnown}>
          {kind.text}
        </Badge>
      )}
      {address.isPreferred === true ? <Badge tone="accent">Preferred</Badge> : null}
      {address.isValid === false ? <Badge tone="warning">Marked not valid</Badge> : null}
    </>
  )
}

function CurrentAddress({ address }: { address: Address }) {
  const now = useNow()
  const changed = Date.parse(address.updateTS ?? '')
  return (
    <>
      <Block address={address} />
      {address.updateTS?.trim() ? (
        <p className={classes.age}>
          <span>{`Last changed ${changed > EARLIEST ? `${formatAge(changed, now)}, ` : ''}`}</span>
          <InstantValue value={address.updateTS} />
        </p>
      ) : null}
      <DetailList
        details={[
          { label: 'Address type', value: <TextValue value={address.addressType} /> },
          { label: 'Valid', value: words(address.isValid) },
          { label: 'Preferred', value: words(address.isPreferred) },
          { label: 'Address UUID', value: <QuietId value={address.uuid} /> },
        ]}
      />
    </>
  )
}

function OlderAddress({ address }: { address: LegacyAddress }) {
  const session = useSession()
  return (
    <>
      <Block address={address} />
      <DetailList
        details={[
          { label: 'State code', value: <TextValue value={address.stateCode} /> },
          { label: 'State', value: <TextValue value={address.stateDescription} /> },
          { label: 'Country code', value: <TextValue value={address.countryCode} /> },
          { label: 'Address type', value: <TextValue value={address.addressType} /> },
          { label: 'Phone', value: <LegacyPhone sent={address.phone} /> },
          {
            label: 'Dealer',
            value: address.dealerID ? (
              <>
                <Sent text={dealerName(session, address.dealerID)} /> <Code>{address.dealerID}</Code>
              </>
            ) : (
              <EmptyValue />
            ),
          },
          { label: 'Address id', value: <QuietId value={address.id} /> },
        ]}
      />
    </>
  )
}

/** The postal block, ready to be copied or looked at on a map. */
function Block({ address }: { address: Address | LegacyAddress }) {
  const session = useSession()
  const lines = addressLines(address, storeCountry(session))
  const hint = zipHint(address.zip, address.country)
  if (lines.length === 0) return <p>An entry with no address in it</p>
  return (
    <div className={classes.block}>
      <address className={classes.lines}>
        {lines.map((line, index) => (
          <span key={index}>
            <Sent text={line} />
          </span>
        ))}
        {hint === undefined ? null : <small className={classes.age}>{hint}</small>}
      </address>
      <div className={classes.actions}>
        <CopyButton what="address" value={lines.join('\n')} />
        {session.mapUrl === undefined ? null : (
          // Nothing of the address goes to the map before this is pressed.
          <a className={classes.map} href={mapLink(session.mapUrl, lines)} target="_blank" rel="noopener noreferrer">
            <IconMapPin size={15} aria-hidden="true" />
            <span>Open in map</span>
          </a>
        )}
      </div>
    </div>
  )
}

function LegacyPhone({ sent }: { sent: string | null | undefined }) {
  if (cleanText(sent) === '') return <EmptyValue />
  return <ContactValue communication={{ commType: 'phone', commValue: sent }} withSent />
}

function words(flag: boolean | null | undefined): string {
  return flag === true ? 'Yes' : flag === false ? 'No' : 'Not stated'
}
