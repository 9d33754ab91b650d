import { IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { Suspense } from 'react'
import { Outlet, useMatch } from 'react-router-dom'
import { useIsOutdated } from '#src/api/app-version.ts'
import { useSession } from '#src/api/session-context.ts'
import { QuickFind } from '#src/customer/QuickFind.tsx'
import { useSignOut } from '#src/sign-in/use-sign-out.ts'
import { useIdlePrefetch } from './use-idle-prefetch.ts'
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
      <header>
        <NewVersion />
        <div className={classes.bar}>
          <Link to="/" className={classes.mark} aria-label="Customer Desk, search">
            <span className={classes.logo} aria-hidden="true" />
            <span className={classes.product}>Customer Desk</span>
          </Link>
          <div className={classes.find}>{isSearchPage ? null : <QuickFind />}</div>
          <div className={classes.person}>
            {session.isManager ? (
              <Link to="/audit" className={classes.link}>
                Audit
              </Link>
            ) : null}
            <span className={classes.name}>{session.user.name}</span>
            <ColorSchemeButton />
            <SignOutButton />
          </div>
        </div>
        {session.sample === undefined ? null : (
          <p className={classes.sample}>Sample data: these people, vehicles and orders are invented.</p>
        )}
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
    </>
  )
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
