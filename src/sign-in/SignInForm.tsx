import { ACCOUNT_ERRORS } from '#src/contract/desk/account-errors.ts'
import '@mantine/core/styles/PasswordInput.layer.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { asFailure, failureWords } from '#src/api/failure.ts'
import { namedError } from '#src/api/failure-banner.ts'
import { request } from '#src/api/request.ts'
import type { Credentials, Session } from '#src/contract/desk/session.ts'
import { readSession } from '#src/session/session-query.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { lazyPart } from '#src/ui/LazyPart.tsx'
import * as words from '#words/sign-in'
import { hasWay } from './sign-in-ways.ts'
import classes from './SignInForm.module.css'

const PasskeyButton = lazyPart(words.passkeysPart(), async () => (await import('./PasskeyButton.tsx')).PasskeyButton)
const SecondStep = lazyPart(words.secondStepPart(), async () => (await import('./SecondStep.tsx')).SecondStep)

type Props = {
  onSignedIn: (session: Session) => void
  /** Other ways to sign in, above the fields. */
  children?: ReactNode
}

/** The ways to sign in that there are, and then, for who has one, the second step. */
export function SignInForm({ onSignedIn, children }: Props) {
  const [isHalf, setIsHalf] = useState(false)
  if (isHalf) return <SecondStep onSignedIn={onSignedIn} onStartOver={() => setIsHalf(false)} />
  if (!hasWay('local')) return <div className={classes.form}>{children}</div>
  return (
    <div className={classes.form}>
      {children}
      {hasWay('passkey') && 'PublicKeyCredential' in globalThis ? <PasskeyButton onSignedIn={onSignedIn} /> : null}
      <PasswordSignIn onSignedIn={onSignedIn} onHalf={() => setIsHalf(true)} />
    </div>
  )
}

type PasswordProps = { onSignedIn: (session: Session) => void; onHalf: () => void }

/** Name and password of a local account. A refused password is emptied, the name stays. */
function PasswordSignIn({ onSignedIn, onHalf }: PasswordProps) {
  const form = useForm({
    mode: 'controlled',
    initialValues: { username: '', password: '' },
    validate: {
      username: (username) => (username.trim() === '' ? words.enterUsername() : null),
      password: (password) => (password === '' ? words.enterPassword() : null),
    },
  })
  const signIn = useMutation({
    mutationFn: async (credentials: Credentials) =>
      readSession(await request({ method: 'POST', path: '/api/session', body: credentials })),
    onSuccess: onSignedIn,
    onError: (error) => {
      form.setValues({ password: '' })
      if (isHalfSignIn(error)) onHalf()
    },
  })
  const submit = form.onSubmit(({ username, password }) => signIn.mutate({ username: username.trim(), password }))
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {signIn.error === null || isHalfSignIn(signIn.error) ? null : <SignInProblem error={signIn.error} />}
      <TextInput
        label={words.username()}
        name="username"
        // The second word has the browser offer passkeys there, too; see the button for them.
        autoComplete={hasWay('passkey') ? 'username webauthn' : 'username'}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        data-autofocus
        {...form.getInputProps('username')}
      />
      <PasswordInput
        label={words.password()}
        name="password"
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': words.showTyped(), tabIndex: 0 }}
        {...form.getInputProps('password')}
      />
      <Button type="submit" fullWidth loading={signIn.isPending}>
        {words.signIn()}
      </Button>
    </form>
  )
}

/** The password was right, and more is wanted: a factor, or to set one up. */
function isHalfSignIn(error: Error): boolean {
  const { secondFactorNeeded, setUpNeeded } = ACCOUNT_ERRORS
  return [secondFactorNeeded, setUpNeeded].map(String).includes(String(namedError(error)?.errorCode))
}

/** The service's own words where it sent any: they say how long to wait, for example. */
function SignInProblem({ error }: { error: Error }) {
  const failure = asFailure(error)
  const { title, advice } = failureWords(failure, words.signingIn())
  const message = namedError(failure)?.errorMessage
  const isOwnText = failure.reason === 'wrong-credentials' || !message
  return <Banner tone="error" title={title} message={isOwnText ? advice : (message ?? '')} />
}
