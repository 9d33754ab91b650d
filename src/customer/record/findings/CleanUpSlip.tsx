import '@mantine/core/styles/Table.layer.css'
import { Button, Table } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import * as words from '#words/findings-card'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { CustomerSearch } from '#src/customer/look-up/customer-address.ts'
import type { Finding } from '#src/findings/finding.ts'
import { PaperDialog } from '#src/ui/PaperDialog.tsx'
import { exportCsv } from '#src/customer/record/report-taken.ts'
import { SLIP_EXPORT, slipKey, slipLines, slipText } from './slip-lines.ts'
import classes from './CleanUpSlip.module.css'

type Props = {
  findings: readonly Finding[]
  answer: CustomerAnswer
  search: CustomerSearch
  onClose: () => void
}

/** The findings as a list, for the person who can mend them: seldom the one who sees them. */
export function CleanUpSlip({ findings, answer, search: { customerUUID }, onClose }: Props) {
  const lines = slipLines(findings, answer, customerUUID)
  const [first] = lines
  return (
    <PaperDialog
      title={words.slip()}
      text={slipText(lines)}
      name={words.slipName()}
      onClose={onClose}
      more={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden="true" />}
          onClick={() => exportCsv('clean-up', customerUUID, SLIP_EXPORT, lines)}
        >
          {words.saveCsv()}
        </Button>
      }
    >
      <p className={classes.note}>{words.slipNote()}</p>
      {/* Can be scrolled, so it has to be reached without a mouse. */}
      <div className={classes.scroller} tabIndex={0} role="region" aria-label={words.slipLines()}>
        <Table className={classes.table} verticalSpacing={6}>
          <caption className={classes.whose}>{first === undefined ? '' : slipKey(first)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.place()}</th>
              <th scope="col">{words.finding()}</th>
              <th scope="col">{words.kind()}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ place, what, rule }, index) => (
              <tr key={index}>
                <td>
                  <bdi translate="no">{place}</bdi>
                </td>
                <td className={classes.what}>{what}</td>
                <td>{rule}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </PaperDialog>
  )
}
