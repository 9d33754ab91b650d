import { IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { type ReactNode, Suspense } from 'react'
import { Outlet, useMatch } from 'react-router-dom'
import { useSession } from '#src/api/session-context.ts'
import { QuickFind } from '#src/customer/QuickFind.tsx'
import { useSignOut } from '#src/sign-in/use-sign-out.ts'
import { Frame } from './Frame.tsx'
import { useIdlePrefetch } from './use-idle-prefetch.ts'
import { useIsOutdated } from './use-is-outdated.ts'
import classes from './AppLayout.module.css'
import { chooseColorScheme } from '#src/ui/color-scheme.ts'
import { useColorScheme } from '#src/ui/use-color-scheme.ts'
import { PlainButton } from '#src/ui/PlainButton.tsx'
import { Link } from '#src/ui/Link.tsx'

/** What stays the same on every page: the bar, and under it the page. */
export function AppLayout() {
  const session = useSession()
  const isSearchPage = useMatch('/') !== null
  useIdlePrefetch(session.isManager)
  return (
    <>
      <a className={classes.skip} href="#main">
        Skip to content
      </a>
      <Frame
        top={<NewVersion />}
        Brand={Brand}
        find={isSearchPage ? null : <QuickFind />}
        person={
          <>
            {session.isManager ? (
              <Link to="/audit" className={classes.link}>
                Audit
              </Link>
            ) : null}
            <span className={classes.name}>{session.user.name}</span>
            <ColorSchemeButton />
            <SignOutButton />
          </>
        }
        isSample={session.sample !== undefined}
      >
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </Frame>
    </>
  )
}

function Brand(props: { className: string | undefined; children: ReactNode }) {
  return <Link to="/" aria-label="Customer Desk, search" {...props} />
}

/** Said, not done: a page that reloads by itself loses what somebody is reading. */
function NewVersion() {
  const isOutdated = useIsOutdated()
  if (!isOutdated) return null
  return (
    <p className={classes.sample} role="status">
      A new version is ready.{' '}
      <PlainButton className={classes.reload} onClick={() => location.reload()}>
        Reload
      </PlainButton>
    </p>
  )
}

function ColorSchemeButton() {
  const scheme = useColorScheme()
  const next = scheme === 'dark' ? 'light' : 'dark'
  const Icon = scheme === 'dark' ? IconSun : IconMoon
  return (
    <PlainButton
      className={classes.icon}
      aria-label={`Switch to ${next} colours`}
      title={`Switch to ${next} colours`}
      onClick={() => chooseColorScheme(next)}
    >
      <Icon size={18} aria-hidden="true" />
    </PlainButton>
  )
}

function SignOutButton() {
  const signOut = useSignOut()
  return (
    <PlainButton className={classes.signOut} onClick={() => void signOut()}>
      <IconLogout size={18} aria-hidden="true" />
      <span className={classes.signOutText}>Sign out</span>
    </PlainButton>
  )
}
