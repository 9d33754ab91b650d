import type { ReactNode } from 'react'
import type { Session } from '#src/contract/session.ts'
import type { CustomerSearch } from './customer-url.ts'
import { dealerNameByUUID, dealersLabel } from './labels.ts'
import { askedDealers } from './look-up.ts'
import classes from './SearchBar.module.css'

type Props = { session: Session; search: CustomerSearch; children?: ReactNode }

/** What was asked, in a line above the answer. */
export function AskedLine({ session, search, children }: Props) {
  const asked = askedDealers(session, search)
  return (
    <p className={classes.asked}>
      Asked:{' '}
      <span title={asked.map((uuid) => dealerNameByUUID(session, uuid)).join(', ')}>
        {dealersLabel(session, asked)}
      </span>
      {search.excludeOrderType ? ', order type excluded' : ''}
      {children}
    </p>
  )
}
