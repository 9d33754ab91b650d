import { IconBulb } from '@tabler/icons-react'
import { useLocation } from 'react-router-dom'
import { sameViewOf } from '#src/customer/look-up/customer-address.ts'
import { Link } from '#src/ui/Link.tsx'
import { counted } from '#src/format/count.ts'
import { type FindingsOf, useFindings } from './use-findings.ts'
import classes from './FindingsHint.module.css'

/** One calm line: how many findings there are, and the way to them. Its place is kept, so that nothing moves when it comes. */
export function FindingsHint(record: FindingsOf) {
  const findings = useFindings(record)
  const query = useLocation().search
  const money = findings?.filter(({ weight }) => weight === 'money').length ?? 0
  if (findings === undefined || findings.length === 0) {
    return (
      <p className={classes.hint}>{findings === undefined ? null : <span>Nothing odd found in this record</span>}</p>
    )
  }
  return (
    <p className={classes.hint}>
      <IconBulb size={16} aria-hidden="true" />
      <span>{`${counted(findings.length, 'finding')}${money === 0 ? '' : `, ${money} on money`}`}</span>
      <Link className={classes.show} replace to={`${sameViewOf(record.search, 'info', query)}#findings`}>
        Show findings
      </Link>
    </p>
  )
}
