import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router-dom'
import { useSession } from '#src/api/session-context.ts'
import { useDocumentTitle } from '#src/ui/use-document-title.ts'
import { customerPath } from './customer-url.ts'
import { RecentCustomers } from './RecentCustomers.tsx'
import { SampleLinks } from './SampleLinks.tsx'
import { type SearchFields, SearchForm } from './SearchForm.tsx'
import classes from './SearchPage.module.css'

export function SearchPage() {
  useDocumentTitle('Search')
  const session = useSession()
  const navigate = useNavigate()
  const location = useLocation()
  const queryClient = useQueryClient()
  // What was searched stays with this entry of the history, so that Back finds the form as it was left.
  const left = location.state as SearchFields | null
  return (
    <div className={classes.page}>
      <div className={classes.intro}>
        <h1 className={classes.title}>Find a customer</h1>
        <p className={classes.hint}>Paste the customer UUID or a link from your scheduler, ticket or DMS.</p>
      </div>
      <SearchForm
        initial={left ?? undefined}
        onSearch={(search, fields) => {
          navigate('.', { replace: true, state: fields })
          // Asking again means reading again, also when the same record is still in memory.
          queryClient.removeQueries({ queryKey: ['customer'] })
          navigate(customerPath(search))
        }}
      />
      <div className={classes.lists}>
        <RecentCustomers />
        {session.sample === undefined ? null : <SampleLinks links={session.sample.links} />}
      </div>
    </div>
  )
}
