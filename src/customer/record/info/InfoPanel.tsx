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
import { Oddities } from './Oddities.tsx'
import { IdValue, TextValue } from '#src/customer/record/values.tsx'
import { Communications } from './Communications.tsx'
import { LatestOrders } from './LatestOrders.tsx'
import { SecondaryCustomers } from './SecondaryCustomers.tsx'
import classes from './InfoPanel.module.css'
import { Link } from '#src/ui/Link.tsx'

type Props = { answer: CustomerAnswer; search: CustomerSearch }

/** Who the customer is, how to reach them, and who belongs to them. */
export function InfoPanel({ answer, search }: Props) {
  return (
    <div className={classes.panel}>
      <div className={classes.column}>
        <Communications section={answer.communications} />
        <LatestOrders section={answer.orders} search={search} />
      </div>
      <div className={classes.column}>
        <Identity answer={answer} />
        <SecondaryCustomers section={answer.secondaryCustomers} search={search} />
        {answer.oddities.length === 0 ? null : <Oddities oddities={answer.oddities} />}
      </div>
    </div>
  )
}

function Identity({ answer }: Pick<Props, 'answer'>) {
  const session = useSession()
  if (answer.info.state !== 'read') {
    return (
      <TitledCard title="Record">
        <p>
          {answer.info.state === 'missing'
            ? 'The service did not send customer details.'
            : `Customer details could not be read: ${answer.info.reason}.`}
        </p>
        <p className={classes.share}>
          <RawAnswerButton />
        </p>
      </TitledCard>
    )
  }
  const info = answer.info.value
  return (
    <TitledCard title="Record">
      <DetailList
        details={[
          { label: 'First name', value: <TextValue value={info.fname} /> },
          { label: 'Last name', value: <TextValue value={info.lname} /> },
          { label: 'Company', value: <TextValue value={info.company} /> },
          {
            label: 'Dealer',
            value: info.dealerId ? (
              <>
                {dealerName(session, info.dealerId)} <Code>{info.dealerId}</Code>
              </>
            ) : (
              <EmptyValue />
            ),
          },
          { label: 'Customer key', value: <IdValue value={info.customerKey} what="customer key" /> },
          { label: 'Customer id', value: <IdValue value={info.id} what="customer id" /> },
          { label: 'Customer UUID', value: <IdValue value={info.uuid} what="customer UUID" /> },
        ]}
      />
      <p className={classes.share}>
        <CopyButton what="link to this view" value={location.href}>
          Copy link to this view
        </CopyButton>
        <RawAnswerButton />
        <Link to="/">Search for another customer</Link>
      </p>
    </TitledCard>
  )
}
