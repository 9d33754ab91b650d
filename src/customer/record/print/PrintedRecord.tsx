import * as words from '#words/print'
import { useEffect } from 'react'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { type CustomerSearch, TAB_LABELS } from '#src/customer/look-up/customer-address.ts'
import { formatInstant } from '#src/format/date.ts'
import { useSession } from '#src/session/session-context.ts'
import { AddressesPanel } from '#src/customer/record/addresses/AddressesPanel.tsx'
import { reportTaken } from '#src/customer/record/report-taken.ts'
import { InfoPanel } from '#src/customer/record/info/InfoPanel.tsx'
import { PrintedOrders } from '#src/customer/record/orders/PrintedOrders.tsx'
import { OnPaper } from '#src/customer/record/on-paper.ts'
import { AmountsChart } from '#src/customer/record/timeline/AmountsChart.tsx'
import { VehiclesPanel } from '#src/customer/record/vehicles/VehiclesPanel.tsx'
import classes from './PrintedRecord.module.css'

export type PrintedRecordProps = {
  className: string | undefined
  answer: CustomerAnswer
  search: CustomerSearch
  readAt: number
  printedAt: Date
}

/** The whole record on paper: every part of it, one after the other. */
export function PrintedRecord({ className, answer, search, readAt, printedAt }: PrintedRecordProps) {
  const session = useSession()
  // The audit record is outside this page; paper is made once a print.
  useEffect(() => reportTaken(search.customerUUID, 'printed'), [search.customerUUID, printedAt])
  return (
    <OnPaper value={true}>
      <div className={className}>
        <p>
          {words.printedBy({
            name: session.user.name,
            time: formatInstant(printedAt.toISOString(), session.timeZone) ?? '',
          })}
        </p>
        <section className={classes.part}>
          <h2>{TAB_LABELS.info}</h2>
          <InfoPanel answer={answer} search={search} readAt={readAt} />
        </section>
        <section className={classes.part}>
          <h2>{TAB_LABELS.vehicles}</h2>
          <VehiclesPanel answer={answer} search={search} />
        </section>
        <section className={classes.part}>
          <h2>{TAB_LABELS.orders}</h2>
          <AmountsChart answer={answer} />
          <PrintedOrders answer={answer} />
        </section>
        <section className={classes.part}>
          <h2>{TAB_LABELS.addresses}</h2>
          <AddressesPanel answer={answer} />
        </section>
      </div>
    </OnPaper>
  )
}
