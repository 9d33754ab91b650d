import { useSession } from '#src/api/session-context.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { Card } from '#src/ui/Card.tsx'
import { Code } from '#src/ui/Code.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { DetailList } from '#src/ui/DetailList.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { SectionBoundary } from '#src/ui/SectionBoundary.tsx'
import type { CustomerSearch } from '../customer-url.ts'
import { dealerName } from '../labels.ts'
import { RawAnswerButton } from '../raw/RawAnswerButton.tsx'
import { Oddities } from '../unusual.ts'
import { IdValue, TextValue } from '../values.tsx'
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
        {answer.oddities.length === 0 ? null : (
          <SectionBoundary name="What is odd in this record">
            <Oddities oddities={answer.oddities} />
          </SectionBoundary>
        )}
      </div>
    </div>
  )
}

function Identity({ answer }: Pick<Props, 'answer'>) {
  const session = useSession()
  if (answer.info.state !== 'read') {
    return (
      <Card title="Record">
        <p>
          {answer.info.state === 'missing'
            ? 'The service did not send customer details.'
            : `Customer details could not be read: ${answer.info.reason}.`}
        </p>
        <p className={classes.share}>
          <RawAnswerButton />
        </p>
      </Card>
    )
  }
  const info = answer.info.value
  return (
    <Card title="Record">
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
    </Card>
  )
}
