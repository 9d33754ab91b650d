import { useEffect, useRef } from 'react'
import type { Session } from '#src/contract/session.ts'
import { SignInForm } from './SignInForm.tsx'
import { SingleSignOn } from './SingleSignOn.tsx'
import classes from './SignInDialog.module.css'
import { Button } from '#src/ui/Button.tsx'

/** When nobody has come back until then, what stands behind the dialog goes from the page. */
const LEAVE_AFTER_MS = 15 * 60_000

type Props = {
  reason: 'ended' | 'idle'
  /** Who was at work here. */
  name: string
  onSignedIn: (session: Session) => void
  /** Empties the page; somebody else is to use it. */
  onLeave: () => void
}

/** Asks for a new sign-in over the page, which waits blurred behind it. */
export function SignInDialog({ reason, name, onSignedIn, onLeave }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  // A modal dialog is opened by a call, not by an attribute.
  useEffect(() => dialog.current?.showModal(), [])
  // Time passes outside React.
  useEffect(() => {
    const timer = setTimeout(onLeave, LEAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [onLeave])
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby="sign-in-again"
      onCancel={(event) => event.preventDefault()}
      // Some browsers close on a second Escape all the same.
      onClose={() => dialog.current?.showModal()}
    >
      <h2 id="sign-in-again" className={classes.title}>
        {reason === 'idle' ? 'Locked while nobody was here' : 'Your sign-in has ended'}
      </h2>
      <p className={classes.hint}>Sign in to go on where {name} was.</p>
      <SignInForm onSignedIn={onSignedIn}>
        <SingleSignOn returnTo={`${location.pathname}${location.search}`} />
      </SignInForm>
      <Button look="quiet" isWide className={classes.leave} onClick={onLeave}>
        Leave this page
      </Button>
    </dialog>
  )
}
