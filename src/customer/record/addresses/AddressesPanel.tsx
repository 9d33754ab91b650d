import { useSession } from '#src/session/session-context.ts'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import type { Address, LegacyAddress } from '#src/contract/customer.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { zipHint } from '#src/findings/zip.ts'
import { addressLines } from '#src/format/address.ts'
import { formatAge } from '#src/format/date.ts'
import { Badge } from '#src/ui/Badge.tsx'
import { Code } from '#src/ui/Code.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { DetailList } from '#src/ui/DetailList.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { dealerName } from '#src/customer/look-up/dealer-names.ts'
import { addressKindLabel } from '#src/customer/record/labels.ts'
import { ContactValue } from '#src/customer/record/ContactValue.tsx'
import { Sent } from '#src/customer/record/Sent.tsx'
import { storeCountry } from '#src/format/store-country.ts'
import { cleanText } from '#src/format/text.ts'
import { SectionState } from '#src/customer/record/SectionState.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { InstantValue, QuietId, TextValue } from '#src/customer/record/values.tsx'
import classes from './AddressesPanel.module.css'

/** Systems write the year 1 or 1900 where they know of no change. */
const EARLIEST = Date.UTC(1901, 0)

type Props = { answer: CustomerAnswer }

/** The address book and the older list, side by side: the same place is often in both, spelled differently. */
export function AddressesPanel({ answer }: Props) {
  return (
    <div className={classes.panel}>
      <TitledCard
        title="Addresses"
        count={answer.addresses.state === 'read' ? answer.addresses.value.length : undefined}
      >
        <SectionState section={answer.addresses} noun="addresses">
          {(addresses) => (
            <ul className={classes.list}>
              {addresses.map((address, index) => (
                <li key={index} className={classes.entry} data-dimmed={address.isValid === false || undefined}>
                  <CurrentAddress address={address} />
                </li>
              ))}
            </ul>
          )}
        </SectionState>
      </TitledCard>
      <TitledCard
        title="Legacy addresses"
        count={answer.legacyAddresses.state === 'read' ? answer.legacyAddresses.value.length : undefined}
      >
        <SectionState section={answer.legacyAddresses} noun="legacy addresses">
          {(addresses) => (
            <ul className={classes.list}>
              {addresses.map((address, index) => (
                <li key={index} className={classes.entry}>
                  <OlderAddress address={address} />
                </li>
              ))}
            </ul>
          )}
        </SectionState>
      </TitledCard>
    </div>
  )
}

function CurrentAddress({ address }: { address: Address }) {
  const now = useNow()
  const kind = addressKindLabel(address)
  const changed = Date.parse(address.updateTS ?? '')
  return (
    <>
      <p className={classes.badges}>
        {kind === undefined ? (
          <Badge>Kind not stated</Badge>
        ) : (
          <Badge tone="accent" isUnrecognised={!kind.isKnown}>
            {kind.text}
          </Badge>
        )}
        {address.isPreferred === true ? <Badge tone="accent">Preferred</Badge> : null}
        {address.isValid === false ? <Badge tone="warning">Marked not valid</Badge> : null}
      </p>
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

function Block({ address }: { address: Address | LegacyAddress }) {
  const lines = addressLines(address, storeCountry(useSession()))
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
      <CopyButton what="address" value={lines.join('\n')} />
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
