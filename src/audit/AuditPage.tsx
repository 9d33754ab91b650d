import * as words from '#words/audit'
import * as buttons from '#words/buttons'
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
  usePageTitle(words.audit())
  const session = useSession()
  const [params, setParams] = useSearchParams()
  const filter = parseAuditFilter(params)
  const isStaff = params.get('view') === 'staff'
  const onFilter = (next: AuditFilter) => setParams(new URLSearchParams(auditSearch(next)), { replace: true })
  if (!session.isManager) {
    return (
      <Notice title={words.onlyManagers()} level={1} isFocused>
        <p>{words.askForRole()}</p>
      </Notice>
    )
  }
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{words.audit()}</h1>
      <nav aria-label={words.audit()} className={classes.views}>
        <Link to="/audit" aria-current={isStaff ? undefined : 'page'}>
          {words.record()}
        </Link>
        <Link to="/audit?view=staff" aria-current={isStaff ? 'page' : undefined}>
          {words.staffWithAccess()}
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
      <p className={classes.lead}>{words.lead()}</p>
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
    <form className={classes.filter} role="search" aria-label={words.audit()} onSubmit={submit}>
      <TextInput label={words.person()} placeholder={words.personHint()} {...form.getInputProps('person')} {...PLAIN} />
      <TextInput label={words.customerUUID()} {...form.getInputProps('customer')} {...PLAIN} />
      <TextInput label={words.day()} type="date" {...form.getInputProps('day')} />
      <div className={classes.actions}>
        <Button type="submit">{words.filter()}</Button>
        {isFiltered ? (
          <Button variant="default" onClick={() => onFilter({})}>
            {words.clearAll()}
          </Button>
        ) : null}
        <Button component="a" variant="default" href={`/api/audit/csv${auditSearch(filter)}`} download>
          {words.exportCsv()}
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
  if (events === undefined) return failure ?? <p role="status">{words.reading()}</p>
  return (
    <>
      {failure}
      {events.length === 0 ? (
        <Notice title={words.noMatch()} level={2}>
          <p>{words.tryOther()}</p>
        </Notice>
      ) : (
        <AuditTable events={events} name={words.auditRecord()} />
      )}
      {query.hasNextPage ? (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {words.showOlder()}
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
    <section className={classes.page} aria-label={words.unusual()}>
      <h2 className={classes.part}>{words.unusual()}</h2>
      <p className={classes.lead}>{words.unusualLead()}</p>
      <AuditTable events={events} name={words.unusual()} />
      {query.hasNextPage ? (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {words.showOlderUnusual()}
        </Button>
      ) : null}
      <h2 className={classes.part}>{words.everything()}</h2>
    </section>
  )
}

function Problem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <Banner tone="error" {...failureBanner(error, words.readingRecord())}>
      <Button size="xs" variant="default" onClick={onRetry}>
        {buttons.retry()}
      </Button>
    </Banner>
  )
}
