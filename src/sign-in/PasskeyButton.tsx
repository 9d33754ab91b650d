import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { request } from '#src/api/request.ts'
import { PasskeyOptions } from '#src/contract/desk/second-factor.ts'
import type { Session } from '#src/contract/desk/session.ts'
import { FactorProblem } from '#src/second-factor/FactorProblem.tsx'
import {
  canOfferPasskeys,
  offerPasskeys,
  PasskeyProblem,
  showPasskey,
  withdrawPasskeys,
} from '#src/second-factor/passkey-dialog.ts'
import { readSession } from '#src/session/session-query.ts'
import * as words from '#words/sign-in'

/** The server takes what was shown for five minutes. */
const OFFER_AGAIN_MS = 4 * 60_000

type Props = { onSignedIn: (session: Session) => void }

/** Signs in without name and password: the passkey says who it is. Pressed, or chosen among what the browser fills in. */
export function PasskeyButton({ onSignedIn }: Props) {
  const signIn = useMutation({ mutationFn: () => signInBy(showPasskey), onSuccess: onSignedIn })
  const offered = useMutation({ mutationFn: () => signInBy(offerPasskeys), onSuccess: onSignedIn })
  const offer = useEffectEvent(() => {
    // What was pressed goes before it.
    if (!signIn.isPending && document.visibilityState === 'visible') offered.mutate()
  })
  // The browser's own list of what it fills in is outside React.
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined
    let isOver = false
    void canOfferPasskeys().then((can) => {
      if (!can || isOver) return
      offer()
      timer = setInterval(offer, OFFER_AGAIN_MS)
    })
    return () => {
      isOver = true
      clearInterval(timer)
      withdrawPasskeys()
    }
  }, [])
  // That nobody chose one there is no news.
  const refused = offered.error instanceof PasskeyProblem ? null : offered.error
  const error = signIn.error ?? refused
  return (
    <>
      {error === null ? null : <FactorProblem error={error} title={words.notSignedIn()} />}
      <Button variant="default" fullWidth loading={signIn.isPending} onClick={() => signIn.mutate()}>
        {words.signInByPasskey()}
      </Button>
    </>
  )
}

/** @throws ApiFailure, PasskeyProblem */
async function signInBy(ask: (options: unknown) => Promise<object>): Promise<Session> {
  const begun = await request({ method: 'POST', path: '/api/session/passkey/begin' })
  const passkey = await ask(PasskeyOptions.parse(begun.body).passkey)
  return readSession(await request({ method: 'POST', path: '/api/session/passkey', body: { passkey } }))
}
