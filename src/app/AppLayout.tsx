import { Button } from '@mantine/core'
import * as words from '#words/app'
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useHotkeys } from '@mantine/hooks'
import { useState } from 'react'
import { Link as RouterLink, Outlet, useMatch } from 'react-router-dom'
import { QuickFind } from '#src/customer/search/QuickFind.tsx'
import { lazyPart } from '#src/ui/LazyPart.tsx'
import { useSession } from '#src/session/session-context.ts'
import { useSignOut } from '#src/session/sign-out-context.ts'
import { ColorSchemeButton } from './ColorSchemeButton.tsx'
import { NewVersion } from './NewVersion.tsx'
import { useIdlePrefetch } from './use-idle-prefetch.ts'
import { useRestoredScroll } from './use-restored-scroll.ts'
import classes from './AppLayout.module.css'

const CommandBox = lazyPart(words.commandBox(), async () => (await import('./CommandBox.tsx')).CommandBox)

/** What stays the same on every page: the bar, and under it the page. */
export function AppLayout() {
  const session = useSession()
  useIdlePrefetch(session.isManager)
  useRestoredScroll()
  const [isCommanding, setIsCommanding] = useState(false)
  useHotkeys([['mod+K', () => setIsCommanding(true)]], [])
  return (
    <>
      <a className={classes.skip} href="#main">
        {words.skipToContent()}
      </a>
      <header className={classes.header}>
        <NewVersion />
        <div className={classes.bar}>
          <Brand />
          <div className={classes.find}>
            <Find onCommands={() => setIsCommanding(true)} />
          </div>
          <div className={classes.person}>
            {session.isManager ? (
              <RouterLink to="/audit" className={classes.link}>
                {words.audit()}
              </RouterLink>
            ) : null}
            <RouterLink
              to="/account"
              className={classes.account}
              aria-label={words.accountOf({ name: session.user.name })}
            >
              <IconUserCircle size={18} aria-hidden="true" className={classes.accountIcon} />
              <span className={classes.name} translate="no">
                {session.user.name}
              </span>
            </RouterLink>
            <ColorSchemeButton />
            <SignOutButton />
          </div>
        </div>
        {session.sample === undefined ? null : <p className={classes.sample}>{words.sampleData()}</p>}
      </header>
      {isCommanding ? <CommandBox onClose={() => setIsCommanding(false)} /> : null}
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}

function Brand() {
  const isSearchPage = useMatch('/') !== null
  return (
    <RouterLink to="/" className={classes.mark} aria-label={words.productSearch()}>
      <span className={classes.logo} aria-hidden="true" />
      {/* On a tablet the field beside it needs the room. */}
      <span className={classes.product} data-beside-field={!isSearchPage || undefined}>
        Customer Desk
      </span>
    </RouterLink>
  )
}

/** The page of the search has a form of its own. */
function Find({ onCommands }: { onCommands: () => void }) {
  return useMatch('/') === null ? <QuickFind onCommands={onCommands} /> : null
}

function SignOutButton() {
  const signOut = useSignOut()
  return (
    <Button
      variant="transparent"
      className={classes.signOut}
      classNames={{ section: classes.signOutIcon }}
      leftSection={<IconLogout size={18} aria-hidden="true" />}
      onClick={() => signOut()}
    >
      <span className={classes.signOutText}>{words.signOut()}</span>
    </Button>
  )
}
