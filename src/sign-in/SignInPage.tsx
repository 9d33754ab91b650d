import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useSearchParams } from 'react-router-dom'
import { sessionQuery } from '#src/session/session-query.ts'
import { usePageTitle } from '#src/ui/use-page-title.ts'
import * as words from '#words/sign-in'
import { enterSession } from './enter-session.ts'
import { safeReturnTo } from '#src/contract/desk/return-to.ts'
import { SignInForm } from './SignInForm.tsx'
import { SingleSignOn, SingleSignOnProblem } from './SingleSignOn.tsx'
import classes from './SignInPage.module.css'

export function SignInPage() {
  usePageTitle(words.signInTitle())
  const [params] = useSearchParams()
  const queryClient = useQueryClient()
  const session = useQuery(sessionQuery())
  const returnTo = safeReturnTo(params.get('returnTo'), location.origin)
  if (session.data) return <Navigate replace to={returnTo} />
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <p className={classes.mark}>
          <span className={classes.logo} aria-hidden="true" />
          Customer Desk
        </p>
        <h1 className={classes.title}>{words.signInTitle()}</h1>
        {returnTo === '/' ? null : <p className={classes.hint}>{words.returnHint()}</p>}
        <SignInForm onSignedIn={(entered) => enterSession(queryClient, entered, undefined)}>
          <SingleSignOnProblem problem={params.get('problem')} reference={params.get('reference')} />
          <SingleSignOn returnTo={returnTo} />
        </SignInForm>
      </div>
    </main>
  )
}
