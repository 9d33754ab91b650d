import * as words from '#words/info'
import { useSession } from '#src/session/session-context.ts'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { Code } from '#src/ui/Code.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { DetailList } from '#src/ui/DetailList.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import type { CustomerSearch } from '#src/customer/look-up/customer-address.ts'
import { dealerName } from '#src/customer/look-up/dealer-names.ts'
import { RawAnswerButton } from '#src/customer/record/RawAnswerButton.tsx'
import { AsSent, Sent } from '#src/customer/record/Sent.tsx'
import { personName } from '#src/format/name.ts'
import { cleanText, saysSomething } from '#src/format/text.ts'
import { Oddities } from './Oddities.tsx'
import { IdValue, TextValue } from '#src/customer/record/values.tsx'
import { Communications } from './Communications.tsx'
import { LatestOrders } from './LatestOrders.tsx'
import { FindingsCard } from '#src/customer/record/findings-parts.ts'
import { SecondaryCustomers } from './SecondaryCustomers.tsx'
import classes from './InfoPanel.module.css'
import { Link } from '#src/ui/Link.tsx'

type Props = { answer: CustomerAnswer; search: CustomerSearch; readAt: number }

/** Who the customer is, how to reach them, and who belongs to them. */
export function InfoPanel({ answer, search, readAt }: Props) {
  return (
    <div className={classes.panel}>
      <div className={classes.column}>
        <Communications section={answer.communications} />
        <LatestOrders section={answer.orders} search={search} />
      </div>
      <div className={classes.column}>
        <FindingsCard answer={answer} search={search} readAt={readAt} />
        <Identity answer={answer} />
        <SecondaryCustomers answer={answer} search={search} />
        {answer.oddities.length === 0 ? null : <Oddities oddities={answer.oddities} />}
      </div>
    </div>
  )
}

type NameProps = { sent: string | null | undefined; shown: string }

/** A name; one that is shown otherwise than it was sent says how it came. */
function NameValue({ sent, shown }: NameProps) {
  return (
    <>
      <TextValue value={shown} /> <AsSent sent={sent} shown={shown} />
    </>
  )
}

function Identity({ answer }: Pick<Props, 'answer'>) {
  const session = useSession()
  if (answer.info.state !== 'read') {
    return (
      <TitledCard title={words.record()}>
        <p>
          {answer.info.state === 'missing'
            ? words.detailsNotSent()
            : words.detailsUnreadable({ reason: answer.info.reason })}
        </p>
        <p className={classes.share}>
          <RawAnswerButton />
        </p>
      </TitledCard>
    )
  }
  const info = answer.info.value
  // Where both names stand in one field, the heading has them turned round.
  const isOneField = [info.fname, info.lname].filter((name) => saysSomething(cleanText(name))).length === 1
  const nameOf = (lname: string | null | undefined) => personName({ lname })
  return (
    <TitledCard title={words.record()}>
      <DetailList
        details={[
          {
            label: words.firstName(),
            value: <NameValue sent={info.fname} shown={isOneField ? nameOf(info.fname) : cleanText(info.fname)} />,
          },
          {
            label: words.lastName(),
            value: <NameValue sent={info.lname} shown={isOneField ? nameOf(info.lname) : cleanText(info.lname)} />,
          },
          { label: words.company(), value: <NameValue sent={info.company} shown={cleanText(info.company)} /> },
          {
            label: words.dealer(),
            value: info.dealerId ? (
              <>
                <Sent text={dealerName(session, info.dealerId)} /> <Code>{info.dealerId}</Code>
              </>
            ) : (
              <EmptyValue />
            ),
          },
          { label: words.customerKey(), value: <IdValue value={info.customerKey} what={words.keyToCopy()} /> },
          { label: words.customerId(), value: <IdValue value={info.id} what={words.idToCopy()} /> },
          { label: words.customerUuid(), value: <IdValue value={info.uuid} what={words.uuidToCopy()} /> },
        ]}
      />
      <p className={classes.share}>
        <CopyButton what={words.linkToCopy()} value={location.href}>
          {words.copyLink()}
        </CopyButton>
        <RawAnswerButton />
        <Link to="/">{words.searchAnother()}</Link>
      </p>
    </TitledCard>
  )
}
