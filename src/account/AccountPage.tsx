import * as words from '#words/account'
import * as buttons from '#words/buttons'
import { failureBanner } from '#src/api/failure-banner.ts'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatList } from '#src/format/list.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { signInPath } from '#src/contract/desk/return-to.ts'
import { useSignOut } from '#src/session/sign-out-context.ts'
import { useSession } from '#src/session/session-context.ts'
import { DetailList } from '#src/ui/DetailList.tsx'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import { usePageTitle } from '#src/ui/use-page-title.ts'
import { accountQuery } from './account-query.ts'
import { KeptChoices } from './KeptChoices.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { SecondFactorCard } from './SecondFactorCard.tsx'
import { SessionList } from './SessionList.tsx'
import classes from './AccountPage.module.css'

/** Who one is here, and how one signs in. */
export function AccountPage() {
  usePageTitle(words.title())
  const { user, dealers, isManager } = useSession()
  const signOut = useSignOut()
  const { data: account, error, refetch } = useQuery(accountQuery(user.uuid))
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{words.title()}</h1>
      <TitledCard title={words.whoYouAre()}>
        <DetailList
          details={[
            { label: words.name(), value: <span translate="no">{user.name}</span> },
            ...(account === undefined
              ? []
              : [{ label: words.username(), value: <span translate="no">{account.username}</span> }]),
            { label: words.role(), value: isManager ? words.manager() : words.staff() },
            {
              label: words.dealers(),
              value: dealers.length === 0 ? words.noDealers() : formatList(dealers.map(({ name }) => name)),
            },
          ]}
        />
        <p className={classes.switch}>
          <Button variant="default" onClick={() => signOut(signInPath(location))}>
            {words.switchPerson()}
          </Button>
          <span>{words.switchMeans()}</span>
        </p>
      </TitledCard>
      {error === null ? null : (
        <Banner tone="error" {...failureBanner(error, words.readingAccount())}>
          <Button size="xs" variant="default" onClick={() => void refetch()}>
            {buttons.retry()}
          </Button>
        </Banner>
      )}
      {account === undefined ? (
        error === null && <p role="status">{words.readingNow()}</p>
      ) : (
        <>
          {account.hasPassword ? <PasswordForm username={account.username} /> : null}
          {account.secondFactor === null ? null : <SecondFactorCard secondFactor={account.secondFactor} />}
          <SessionList sessions={account.sessions} />
        </>
      )}
      <LanguageChoice />
      <KeptChoices />
    </div>
  )
}
