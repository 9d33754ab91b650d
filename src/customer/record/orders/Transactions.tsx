import { Table, VisuallyHidden } from '@mantine/core'
import { useSession } from '#src/session/session-context.ts'
import type { Transaction } from '#src/contract/order.ts'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { MoneyValue, QuietId } from '#src/customer/record/values.tsx'
import { balanceWords } from '#src/customer/record/balance-words.ts'
import { cleanText } from '#src/format/text.ts'
import type { OrderRow } from './order-row.ts'
import classes from './Transactions.module.css'

type Props = { row: OrderRow }

/** The tenders of one order and how their sum compares with it. */
export function Transactions({ row }: Props) {
  const { currency } = useSession()
  const { transactions } = row.order
  if (!transactions) return <p className={classes.note}>The service did not send transactions for this order.</p>
  if (transactions.length === 0) return <p className={classes.note}>No transactions on this order.</p>
  return (
    <div className={classes.frame}>
      <Table unstyled className={classes.table} role="table">
        <caption>
          <VisuallyHidden>{`Transactions of order ${row.number}`}</VisuallyHidden>
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
              {balanceWords(row.balance, currency)}
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
      </Table>
    </div>
  )
}

function TenderRow({ tender }: { tender: Transaction }) {
  const isRefund = tender.transactionAmount?.startsWith('-') ?? false
  return (
    <tr role="row">
      <td role="cell" data-label="Type">
        {tender.transactionTypeId ? <span>{`Type ${tender.transactionTypeId}`}</span> : <EmptyValue />}
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
  if (cleanText(value) === '') return <span className={classes.note}>no card</span>
  return (
    <>
      <span aria-hidden="true">•••• </span>
      <VisuallyHidden>card ending </VisuallyHidden>
      <span translate="no">{cleanText(value)}</span>
    </>
  )
}
