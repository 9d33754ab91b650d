import { useSession } from '#src/api/session-context.ts'
import type { Transaction } from '#src/contract/order.ts'
import type { OrderBalance } from '#src/findings/order-balance.ts'
import { formatMoney } from '#src/format/money.ts'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { MoneyValue, QuietId } from '../values.tsx'
import type { OrderRow } from './order-row.ts'
import classes from './Transactions.module.css'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'

type Props = { row: OrderRow }

/** The tenders of one order and how their sum compares with it. */
export function Transactions({ row }: Props) {
  const { transactions } = row.order
  if (!transactions) return <p className={classes.note}>The service did not send transactions for this order.</p>
  if (transactions.length === 0) return <p className={classes.note}>No transactions on this order.</p>
  return (
    <div className={classes.frame}>
      <table className={classes.table} role="table">
        <caption>
          <VisuallyHidden>Transactions of order {row.number}</VisuallyHidden>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Type
            </th>
            <th scope="col" role="columnheader">
              Card
            </th>
            <th scope="col" role="columnheader">
              Device
            </th>
            <th scope="col" role="columnheader">
              Transaction
            </th>
            <th scope="col" role="columnheader">
              Tender
            </th>
            <th scope="col" role="columnheader">
              Of order
            </th>
            <th scope="col" role="columnheader">
              Of customer
            </th>
            <th scope="col" role="columnheader" className={classes.amountHeader}>
              Amount
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {transactions.map((tender, index) => (
            <TenderRow key={index} tender={tender} />
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <td role="cell" colSpan={7}>
              <Comparison balance={row.balance} />
            </td>
            <td role="cell" className={classes.amount}>
              {'tenders' in row.balance && row.balance.tenders !== undefined ? (
                <MoneyValue value={row.balance.tenders} />
              ) : (
                <EmptyValue says="no sum" />
              )}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function TenderRow({ tender }: { tender: Transaction }) {
  const isRefund = tender.transactionAmount?.startsWith('-') ?? false
  return (
    <tr role="row">
      <td role="cell" data-label="Type">
        {tender.transactionTypeId ? `Type ${tender.transactionTypeId}` : <EmptyValue />}
      </td>
      <td role="cell" data-label="Card" className={classes.code}>
        <CardNumber value={tender.ccNumber} />
      </td>
      <td role="cell" data-label="Device">
        <QuietId value={tender.deviceId} />
      </td>
      <td role="cell" data-label="Transaction">
        <QuietId value={tender.transactionId} />
      </td>
      <td role="cell" data-label="Tender">
        <QuietId value={tender.tenderDataId} />
      </td>
      <td role="cell" data-label="Of order">
        <QuietId value={tender.dealerOrderId} />
      </td>
      <td role="cell" data-label="Of customer">
        <QuietId value={tender.customerId} />
      </td>
      <td role="cell" data-label="Amount" className={classes.amount}>
        {isRefund ? <span className={classes.refund}>refund </span> : null}
        <MoneyValue value={tender.transactionAmount} />
      </td>
    </tr>
  )
}

function CardNumber({ value }: { value: string | null | undefined }) {
  if (value === undefined || value === null || value.trim() === '') return <span className={classes.note}>no card</span>
  return (
    <>
      <span aria-hidden="true">•••• </span>
      <VisuallyHidden>card ending </VisuallyHidden>
      {value}
    </>
  )
}

/** A comparison with its arithmetic; whether something is paid is not said, because the data do not say it. */
function Comparison({ balance }: { balance: OrderBalance }) {
  const { currency } = useSession()
  switch (balance.state) {
    case 'matches':
      return 'Tenders listed · same as the order'
    case 'lower':
      return `Tenders listed · ${formatMoney(balance.difference, currency)} lower than the order`
    case 'higher':
      return `Tenders listed · ${formatMoney(balance.difference, currency)} higher than the order`
    case 'none-listed':
      return 'No tenders listed'
    case 'cannot-compare':
      return `Tenders listed · cannot be compared: ${balance.reason}`
  }
}
