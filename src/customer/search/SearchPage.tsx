import * as words from '#words/search'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router-dom'
import { useSession } from '#src/session/session-context.ts'
import { usePageTitle } from '#src/ui/use-page-title.ts'
import { RecentCustomers } from './RecentCustomers.tsx'
import { SampleLinks } from './SampleLinks.tsx'
import { type SearchFields, SearchForm } from './SearchForm.tsx'
import classes from './SearchPage.module.css'

/** How a person left the form. */
type Left = SearchFields & { userUUID: string }

export function SearchPage() {
  usePageTitle(words.title())
  const session = useSession()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  // What was searched stays with this entry of the history, so that Back finds the form as it was left.
  const left = useLocation().state as Left | null
  return (
    <div className={classes.page}>
      <div>
        <h1 className={classes.title}>{words.heading()}</h1>
        <p className={classes.hint}>{words.lead()}</p>
      </div>
      <SearchForm
        // Not for whoever sits here next.
        initial={left?.userUUID === session.user.uuid ? left : undefined}
        onSearch={(_search, path, fields) => {
          navigate('.', { replace: true, state: { ...fields, userUUID: session.user.uuid } satisfies Left })
          // Searching again means reading again, also when the same record is still in memory.
          queryClient.removeQueries({ queryKey: ['customer'] })
          navigate(path)
        }}
      />
      <div className={classes.lists}>
        <RecentCustomers />
        {session.sample === undefined ? null : <SampleLinks links={session.sample.links} />}
      </div>
    </div>
  )
}
