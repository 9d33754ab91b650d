import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { request } from '#src/api/request.ts'
import { PasskeyOptions } from '#src/contract/desk/second-factor.ts'
import type { Session } from '#src/contract/desk/session.ts'
import { FactorProblem } from '#src/second-factor/FactorProblem.tsx'
import { showPasskey } from '#src/second-factor/passkey-dialog.ts'
import { readSession } from '#src/session/session-query.ts'

type Props = { onSignedIn: (session: Session) => void }

/** Signs in without name and password: the passkey says who it is. */
export function PasskeyButton({ onSignedIn }: Props) {
  const signIn = useMutation({
    mutationFn: async () => {
      const begun = await request({ method: 'POST', path: '/api/session/passkey/begin' })
      const passkey = await showPasskey(PasskeyOptions.parse(begun.body).passkey)
      return readSession(await request({ method: 'POST', path: '/api/session/passkey', body: { passkey } }))
    },
    onSuccess: onSignedIn,
  })
  return (
    <>
      {signIn.error === null ? null : <FactorProblem error={signIn.error} title="You are not signed in" />}
      <Button variant="default" fullWidth loading={signIn.isPending} onClick={() => signIn.mutate()}>
        Sign in with a passkey
      </Button>
    </>
  )
}
