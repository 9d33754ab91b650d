import * as words from '#words/audit'
import * as buttons from '#words/buttons'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { failureBanner } from '#src/api/failure-banner.ts'
import { request } from '#src/api/request.ts'
import { type StaffAccess, StaffList } from '#src/contract/desk/staff.ts'
import type { Session } from '#src/contract/desk/session.ts'
import { formatList } from '#src/format/list.ts'
import { formatInstant } from '#src/format/date.ts'
import { useSession } from '#src/session/session-context.ts'
import { Badge } from '#src/ui/Badge.tsx'
import { Banner } from '#src/ui/Banner.tsx'
import { CellTable } from './CellTable.tsx'
import classes from './AuditPage.module.css'

const COLUMNS = [
  words.name(),
  words.username(),
  words.role(),
  words.dealers(),
  words.lastLookUp(),
  words.lastSignIn(),
  words.access(),
]

/** Who has access to the manager's dealers, and who does not use it; to be seen, not changed. */
export function StaffView() {
  const session = useSession()
  const { data, error, refetch } = useQuery({
    queryKey: ['staff', session.user.uuid],
    staleTime: 0,
    queryFn: async ({ signal }) => StaffList.parse((await request({ method: 'GET', path: '/api/staff', signal })).body),
  })
  if (error !== null) {
    return (
      <Banner tone="error" {...failureBanner(error, words.readingAccess())}>
        <Button size="xs" variant="default" onClick={() => void refetch()}>
          {buttons.retry()}
        </Button>
      </Banner>
    )
  }
  if (data === undefined) return <p role="status">{words.readingAccessNow()}</p>
  const unused = data.staff.filter((person) => person.isUnused).length
  return (
    <>
      <p className={classes.lead}>{words.staffCount({ count: data.staff.length, unused })}</p>
      <Button component="a" variant="default" href="/api/staff/csv" download>
        {words.exportCsv()}
      </Button>
      <CellTable
        label={words.staff()}
        columns={COLUMNS}
        rows={data.staff.map((person) => ({ key: person.uuid, cells: cellsOf(person, session) }))}
        own={[words.role(), words.access()]}
      />
    </>
  )
}

function cellsOf(person: StaffAccess, { dealers, timeZone }: Session): ReactNode[] {
  const instant = (at: string | null) => (at === null ? words.noneRecorded() : (formatInstant(at, timeZone) ?? at))
  return [
    <span key="name" translate="no">
      {person.name}
    </span>,
    <span key="username" translate="no">
      {person.username}
    </span>,
    person.isManager ? words.manager() : words.staff(),
    formatList(dealers.filter(({ uuid }) => person.dealerUUIDs.includes(uuid)).map(({ name }) => name)),
    instant(person.lastLookUpAt),
    instant(person.lastSignInAt),
    person.isDisabled ? (
      words.accessEnded()
    ) : person.isUnused ? (
      <Badge tone="open">{words.unused()}</Badge>
    ) : (
      words.hasAccess()
    ),
  ]
}
