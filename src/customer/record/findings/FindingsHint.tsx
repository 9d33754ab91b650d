import { IconBulb } from '@tabler/icons-react'
import { useLocation } from 'react-router-dom'
import * as words from '#words/findings-card'
import { sameViewOf } from '#src/customer/look-up/customer-address.ts'
import { Link } from '#src/ui/Link.tsx'
import { formatCount } from '#src/format/count.ts'
import { usePreference } from '#src/session/preferences.ts'
import { type FindingsOf, useFindings } from './use-findings.ts'
import classes from './FindingsHint.module.css'

/** One calm line: how many findings there are, and the way to them. Its place is kept, so that nothing moves when it comes. */
export function FindingsHint(record: FindingsOf) {
  const findings = useFindings(record)
  const { value: off = [] } = usePreference('findings-off')
  const money = findings?.filter(({ weight }) => weight === 'money').length ?? 0
  if (findings === undefined || findings.length === 0) {
    return (
      <p className={classes.hint}>
        {findings === undefined ? null : off.length === 0 ? (
          <span>{words.nothingOdd()}</span>
        ) : (
          <>
            <span>{words.nothingOddOfKinds()}</span>
            <ShowFindings search={record.search} />
          </>
        )}
      </p>
    )
  }
  return (
    <p className={classes.hint}>
      <IconBulb size={16} aria-hidden="true" />
      <span>
        {money === 0
          ? words.found({ count: findings.length })
          : words.foundOnMoney({ count: findings.length, money: formatCount(money) })}
      </span>
      <ShowFindings search={record.search} />
    </p>
  )
}

function ShowFindings({ search }: Pick<FindingsOf, 'search'>) {
  const query = useLocation().search
  return (
    <Link className={classes.show} replace to={`${sameViewOf(search, 'info', query)}#findings`}>
      {words.show()}
    </Link>
  )
}
