import { failureBanner } from '#src/api/failure-banner.ts'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Banner } from '#src/ui/Banner.tsx'
import { signInPath } from '#src/contract/desk/return-to.ts'
import { useSignOut } from '#src/session/sign-out-context.ts'
import { useSession } from '#src/session/session-context.ts'
import { DetailList } from '#src/ui/DetailList.tsx'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import { usePageTitle } from '#src/ui/use-page-title.ts'
import { accountQuery } from './account-query.ts'
import { KeptChoices } from './KeptChoices.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { SecondFactorCard } from './SecondFactorCard.tsx'
import { SessionList } from './SessionList.tsx'
import classes from './AccountPage.module.css'

/** Who one is here, and how one signs in. */
export function AccountPage() {
  usePageTitle('Your account')
  const { user, dealers, isManager } = useSession()
  const signOut = useSignOut()
  const { data: account, error, refetch } = useQuery(accountQuery(user.uuid))
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>Your account</h1>
      <TitledCard title="Who you are">
        <DetailList
          details={[
            { label: 'Name', value: <span translate="no">{user.name}</span> },
            ...(account === undefined
              ? []
              : [{ label: 'Username', value: <span translate="no">{account.username}</span> }]),
            { label: 'Role', value: isManager ? 'Manager' : 'Staff' },
            {
              label: 'Dealers',
              value: dealers.length === 0 ? 'None yet' : dealers.map(({ name }) => name).join(', '),
            },
          ]}
        />
        <p className={classes.switch}>
          <Button variant="default" onClick={() => signOut(signInPath(location))}>
            Switch person
          </Button>
          <span>Signs you out here and asks who is next. Nothing of yours is left on this screen.</span>
        </p>
      </TitledCard>
      {error === null ? null : (
        <Banner tone="error" {...failureBanner(error, 'Reading your account')}>
          <Button size="xs" variant="default" onClick={() => void refetch()}>
            Try again
          </Button>
        </Banner>
      )}
      {account === undefined ? (
        error === null && <p role="status">Reading your account…</p>
      ) : (
        <>
          {account.hasPassword ? <PasswordForm username={account.username} /> : null}
          {account.secondFactor === null ? null : <SecondFactorCard secondFactor={account.secondFactor} />}
          <SessionList sessions={account.sessions} />
        </>
      )}
      <KeptChoices />
    </div>
  )
}
