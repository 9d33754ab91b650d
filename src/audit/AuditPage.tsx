import { Button, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useForm } from '@mantine/form'
import { useSearchParams } from 'react-router-dom'
import { failureBanner } from '#src/api/failure-banner.ts'
import { useSession } from '#src/session/session-context.ts'
import type { AuditFilter } from '#src/contract/desk/audit.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { Notice } from '#src/ui/Notice.tsx'
import { usePageTitle } from '#src/ui/use-page-title.ts'
import { auditQuery, auditSearch, parseAuditFilter } from './audit-query.ts'
import { Link } from '#src/ui/Link.tsx'
import { AuditTable } from './AuditTable.tsx'
import { StaffView } from './StaffView.tsx'
import classes from './AuditPage.module.css'

/** Who looked whom up, signed in, or changed an account; for managers. */
export function AuditPage() {
  usePageTitle('Audit')
  const session = useSession()
  const [params, setParams] = useSearchParams()
  const filter = parseAuditFilter(params)
  const isStaff = params.get('view') === 'staff'
  const onFilter = (next: AuditFilter) => setParams(new URLSearchParams(auditSearch(next)), { replace: true })
  if (!session.isManager) {
    return (
      <Notice title="Only managers may read the audit record" level={1} isFocused>
        <p>Ask whoever runs Customer Desk at your dealership for the manager role.</p>
      </Notice>
    )
  }
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>Audit</h1>
      <nav aria-label="Audit" className={classes.views}>
        <Link to="/audit" aria-current={isStaff ? undefined : 'page'}>
          Record
        </Link>
        <Link to="/audit?view=staff" aria-current={isStaff ? 'page' : undefined}>
          Staff with access
        </Link>
      </nav>
      {isStaff ? <StaffView /> : <RecordView filter={filter} onFilter={onFilter} />}
    </div>
  )
}

type ViewProps = { filter: AuditFilter; onFilter: (filter: AuditFilter) => void }

function RecordView({ filter, onFilter }: ViewProps) {
  return (
    <>
      <p className={classes.lead}>
        Every look-up, sign-in and account change, newest first. Nothing in it can be changed; reading it is recorded
        too.
      </p>
      <FilterForm key={auditSearch(filter)} filter={filter} onFilter={onFilter} />
      {auditSearch(filter) === '' ? <Unusual /> : null}
      <Events filter={filter} />
    </>
  )
}

const PLAIN = { autoComplete: 'off', spellCheck: false } as const

function FilterForm({ filter, onFilter }: ViewProps) {
  const form = useForm({
    mode: 'controlled',
    initialValues: { person: filter.person ?? '', customer: filter.customer ?? '', day: filter.day ?? '' },
  })
  const submit = form.onSubmit(({ person, customer, day }) =>
    onFilter({ person: person.trim(), customer: customer.trim(), day }),
  )
  const isFiltered = auditSearch(filter) !== ''
  return (
    <form className={classes.filter} role="search" aria-label="Audit" onSubmit={submit}>
      <TextInput label="Person" placeholder="Name, username or UUID" {...form.getInputProps('person')} {...PLAIN} />
      <TextInput label="Customer UUID" {...form.getInputProps('customer')} {...PLAIN} />
      <TextInput label="Day" type="date" {...form.getInputProps('day')} />
      <div className={classes.actions}>
        <Button type="submit">Filter</Button>
        {isFiltered ? (
          <Button variant="default" onClick={() => onFilter({})}>
            Clear all
          </Button>
        ) : null}
        <Button component="a" variant="default" href={`/api/audit/csv${auditSearch(filter)}`} download>
          Export as CSV
        </Button>
      </div>
    </form>
  )
}

function Events({ filter }: { filter: AuditFilter }) {
  const session = useSession()
  const query = useInfiniteQuery(auditQuery(session.user.uuid, filter))
  const failure =
    query.error === null ? undefined : <Problem error={query.error} onRetry={() => void query.refetch()} />
  const events = query.data?.pages.flatMap((page) => page.events)
  if (events === undefined) return failure ?? <p role="status">Reading the record…</p>
  return (
    <>
      {failure}
      {events.length === 0 ? (
        <Notice title="Nothing recorded that matches" level={2}>
          <p>Try another person, customer or day.</p>
        </Notice>
      ) : (
        <AuditTable events={events} name="Audit record" />
      )}
      {query.hasNextPage ? (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show older
        </Button>
      ) : null}
    </>
  )
}

/** What is out of the ordinary stands first, where there is any. */
function Unusual() {
  const session = useSession()
  const query = useInfiniteQuery(auditQuery(session.user.uuid, { marked: 'true' }))
  const events = query.data?.pages.flatMap((page) => page.events) ?? []
  if (query.error !== null) return <Problem error={query.error} onRetry={() => void query.refetch()} />
  if (events.length === 0) return null
  return (
    <section className={classes.page} aria-label="Unusual look-ups">
      <h2 className={classes.part}>Unusual look-ups</h2>
      <p className={classes.lead}>
        They differ from what the same person usually does. There may be a good reason: nothing was blocked.
      </p>
      <AuditTable events={events} name="Unusual look-ups" />
      {query.hasNextPage ? (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show older unusual look-ups
        </Button>
      ) : null}
      <h2 className={classes.part}>Everything</h2>
    </section>
  )
}

function Problem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <Banner tone="error" {...failureBanner(error, 'Reading the audit record')}>
      <Button size="xs" variant="default" onClick={onRetry}>
        Try again
      </Button>
    </Banner>
  )
}
