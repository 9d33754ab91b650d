import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { failureBanner } from '#src/api/failure-banner.ts'
import { request } from '#src/api/request.ts'
import { type StaffAccess, StaffList } from '#src/contract/desk/staff.ts'
import type { Session } from '#src/contract/desk/session.ts'
import { counted } from '#src/format/count.ts'
import { formatInstant } from '#src/format/date.ts'
import { useSession } from '#src/session/session-context.ts'
import { Badge } from '#src/ui/Badge.tsx'
import { Banner } from '#src/ui/Banner.tsx'
import { CellTable } from './CellTable.tsx'
import classes from './AuditPage.module.css'

const COLUMNS = ['Name', 'Username', 'Role', 'Dealers', 'Last look-up', 'Last sign-in', 'Access'] as const

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
      <Banner tone="error" {...failureBanner(error, 'Reading who has access')}>
        <Button size="xs" variant="default" onClick={() => void refetch()}>
          Try again
        </Button>
      </Banner>
    )
  }
  if (data === undefined) return <p role="status">Reading who has access…</p>
  const unused = data.staff.filter((person) => person.isUnused).length
  return (
    <>
      <p className={classes.lead}>
        {counted(data.staff.length, 'person', 'people')} at your dealers
        {unused === 0 ? '.' : `, ${unused} of them without a sign-in or a look-up for 90 days.`} Whoever runs Customer
        Desk changes access.
      </p>
      <Button component="a" variant="default" href="/api/staff/csv" download>
        Export as CSV
      </Button>
      <CellTable
        label="Staff"
        columns={COLUMNS}
        rows={data.staff.map((person) => ({ key: person.uuid, cells: cellsOf(person, session) }))}
        own={['Role', 'Access']}
      />
    </>
  )
}

function cellsOf(person: StaffAccess, { dealers, timeZone }: Session): ReactNode[] {
  const instant = (at: string | null) => (at === null ? 'None recorded' : (formatInstant(at, timeZone) ?? at))
  return [
    <span key="name" translate="no">
      {person.name}
    </span>,
    <span key="username" translate="no">
      {person.username}
    </span>,
    person.isManager ? 'Manager' : 'Staff',
    dealers
      .filter(({ uuid }) => person.dealerUUIDs.includes(uuid))
      .map(({ name }) => name)
      .join(', '),
    instant(person.lastLookUpAt),
    instant(person.lastSignInAt),
    person.isDisabled ? 'Ended' : person.isUnused ? <Badge tone="open">Unused for 90 days</Badge> : 'Has access',
  ]
}
