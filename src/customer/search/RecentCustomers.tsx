import * as words from '#words/search'
import { UnstyledButton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { asFailure, failureWords } from '#src/api/failure.ts'
import { request } from '#src/api/request.ts'
import { cleanText } from '#src/format/text.ts'
import { formatAge } from '#src/format/date.ts'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import { customerPath } from '#src/customer/look-up/customer-address.ts'
import { useNow } from '#src/ui/use-now.ts'
import { recentQuery } from './recent-query.ts'
import classes from './LinkList.module.css'
import { Link } from '#src/ui/Link.tsx'

/** The person's own latest customers, newest first. */
export function RecentCustomers() {
  const queryClient = useQueryClient()
  const now = useNow()
  const recent = useQuery(recentQuery())
  const clear = useMutation({
    mutationFn: () => request({ method: 'DELETE', path: '/api/recent-customers' }),
    onSuccess: () => queryClient.invalidateQueries(recentQuery()),
  })
  return (
    <TitledCard title={words.recent()}>
      {recent.error === null ? null : <p className={classes.note}>{problemText(recent.error)}</p>}
      {recent.data?.length === 0 ? <p className={classes.note}>{words.noneRecent()}</p> : null}
      {recent.data === undefined || recent.data.length === 0 ? null : (
        <>
          <ul className={classes.list}>
            {recent.data.map((customer) => (
              <li key={customer.customerUUID}>
                <Link
                  underline="never"
                  className={classes.link}
                  to={customerPath({ customerUUID: customer.customerUUID, dealers: [], excludeOrderType: false })}
                >
                  <bdi className={classes.name} translate="no">
                    {cleanText(customer.name) || customer.customerUUID}
                  </bdi>
                  <span className={classes.note}>{formatAge(Date.parse(customer.lookedUpAt), now)}</span>
                </Link>
              </li>
            ))}
          </ul>
          <UnstyledButton className={classes.clear} onClick={() => clear.mutate()}>
            {words.clearRecent()}
          </UnstyledButton>
        </>
      )}
    </TitledCard>
  )
}

function problemText(error: Error): string {
  return words.recentNotRead({ problem: failureWords(asFailure(error), words.readingThem()).title })
}
