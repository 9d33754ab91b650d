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
import * as words from '#words/addresses'
import { joinedByAnd } from '#src/findings/joined.ts'
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
          <Side title={words.addressBook()}>
            <CurrentAddress address={current} />
          </Side>
        )}
        {legacy === undefined ? null : (
          <Side title={words.legacyList()}>
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
      return <Badge>{words.same()}</Badge>
    case 'written-differently':
      return <Badge>{words.samePlace()}</Badge>
    case 'differs':
      return <Badge tone="warning">{words.listsDiffer({ parts: joinedByAnd(differing) })}</Badge>
    case 'only-current':
      return <Badge>{words.onlyBook()}</Badge>
    case 'only-legacy':
      return <Badge tone="warning">{words.onlyLegacy()}</Badge>
    case 'empty':
      return null
  }
}

function CurrentBadges({ address }: { address: Address }) {
  const kind = addressKindLabel(address)
  return (
    <>
      {kind === undefined ? (
        <Badge>{words.kindNotStated()}</Badge>
      ) : (
        <Badge tone="accent" isUnrecognised={!kind.isKnown}>
          {kind.text}
        </Badge>
      )}
      {address.isPreferred === true ? <Badge tone="accent">{words.preferred()}</Badge> : null}
      {address.isValid === false ? <Badge tone="warning">{words.markedNotValid()}</Badge> : null}
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
          <span>{`${changed > EARLIEST ? words.lastChangedAge({ age: formatAge(changed, now) }) : words.lastChanged()} `}</span>
          <InstantValue value={address.updateTS} />
        </p>
      ) : null}
      <DetailList
        details={[
          { label: words.addressType(), value: <TextValue value={address.addressType} /> },
          { label: words.valid(), value: flagWords(address.isValid) },
          { label: words.preferred(), value: flagWords(address.isPreferred) },
          { label: words.addressUuid(), value: <QuietId value={address.uuid} /> },
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
          { label: words.stateCode(), value: <TextValue value={address.stateCode} /> },
          { label: words.state(), value: <TextValue value={address.stateDescription} /> },
          { label: words.countryCode(), value: <TextValue value={address.countryCode} /> },
          { label: words.addressType(), value: <TextValue value={address.addressType} /> },
          { label: words.phone(), value: <LegacyPhone sent={address.phone} /> },
          {
            label: words.dealer(),
            value: address.dealerID ? (
              <>
                <Sent text={dealerName(session, address.dealerID)} /> <Code>{address.dealerID}</Code>
              </>
            ) : (
              <EmptyValue />
            ),
          },
          { label: words.addressId(), value: <QuietId value={address.id} /> },
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
  if (lines.length === 0) return <p>{words.nothingInIt()}</p>
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
        <CopyButton what={words.copiedAddress()} value={lines.join('\n')} />
        {session.mapUrl === undefined ? null : (
          // Nothing of the address goes to the map before this is pressed.
          <a className={classes.map} href={mapLink(session.mapUrl, lines)} target="_blank" rel="noopener noreferrer">
            <IconMapPin size={15} aria-hidden="true" />
            <span>{words.openInMap()}</span>
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

function flagWords(flag: boolean | null | undefined): string {
  return flag === true ? words.yes() : flag === false ? words.no() : words.notStated()
}
