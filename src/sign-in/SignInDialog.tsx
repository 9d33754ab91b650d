import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import { Button, Modal } from '@mantine/core'
import { useEffect } from 'react'
import { signInPath } from '#src/contract/desk/return-to.ts'
import type { Session } from '#src/contract/desk/session.ts'
import { LiveRegion } from '#src/ui/Announcer.tsx'
import * as words from '#words/sign-in'
import { SignInForm } from './SignInForm.tsx'
import { SingleSignOn } from './SingleSignOn.tsx'
import classes from './SignInDialog.module.css'

/** When nobody has come back until then, what stands behind the dialog goes from the page. */
const LEAVE_AFTER_MS = 15 * 60_000

type Props = {
  reason: 'ended' | 'idle'
  /** Who was at work here. */
  name: string
  onSignedIn: (session: Session) => void
  /** Empties the page; somebody else is to use it, at `next` where that is said. */
  onLeave: (next?: string) => void
}

/** Asks for a new sign-in over the page, which waits blurred behind it. */
export function SignInDialog({ reason, name, onSignedIn, onLeave }: Props) {
  // Time passes outside React.
  useEffect(() => {
    const timer = setTimeout(() => onLeave(), LEAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [onLeave])
  return (
    <Modal
      opened
      onClose={() => onLeave()}
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={false}
      returnFocus={false}
      centered
      size={380}
      radius={14}
      padding={24}
      classNames={{ title: classes.title }}
      transitionProps={{ duration: 0 }}
      title={reason === 'idle' ? words.idle() : words.ended()}
    >
      <p className={classes.hint}>{words.goOn({ name })}</p>
      <SignInForm onSignedIn={onSignedIn}>
        <SingleSignOn returnTo={`${location.pathname}${location.search}`} />
      </SignInForm>
      <div className={classes.leave}>
        <Button variant="subtle" fullWidth onClick={() => onLeave(signInPath(location))}>
          {words.switchPerson()}
        </Button>
        <Button variant="subtle" fullWidth onClick={() => onLeave()}>
          {words.leave()}
        </Button>
      </div>
      <LiveRegion />
    </Modal>
  )
}
