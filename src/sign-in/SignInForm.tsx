import '@mantine/core/styles/PasswordInput.layer.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiFailure, failureWords } from '#src/api/failure.ts'
import { request } from '#src/api/request.ts'
import type { Credentials, Session } from '#src/contract/desk/session.ts'
import { readSession } from '#src/session/session-query.ts'
import { Banner } from '#src/ui/Banner.tsx'
import classes from './SignInForm.module.css'

type Props = {
  onSignedIn: (session: Session) => void
  /** Other ways to sign in, above the fields. */
  children?: ReactNode
}

/** Name and password of a local account. A refused password is emptied, the name stays. */
export function SignInForm({ onSignedIn, children }: Props) {
  const form = useForm({
    mode: 'controlled',
    initialValues: { username: '', password: '' },
    validate: {
      username: (username) => (username.trim() === '' ? 'Enter your username' : null),
      password: (password) => (password === '' ? 'Enter your password' : null),
    },
  })
  const signIn = useMutation({
    mutationFn: async (credentials: Credentials) =>
      readSession(await request({ method: 'POST', path: '/api/session', body: credentials })),
    onSuccess: onSignedIn,
    onError: () => form.setValues({ password: '' }),
  })
  const submit = form.onSubmit(({ username, password }) => signIn.mutate({ username: username.trim(), password }))
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {children}
      {signIn.error === null ? null : <SignInProblem error={signIn.error} />}
      <TextInput
        label="Username"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        data-autofocus
        {...form.getInputProps('username')}
      />
      <PasswordInput
        label="Password"
        name="password"
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show what was typed', tabIndex: 0 }}
        {...form.getInputProps('password')}
      />
      <Button type="submit" fullWidth loading={signIn.isPending}>
        Sign in
      </Button>
    </form>
  )
}

/** The service's own words where it sent any: they say how long to wait, for example. */
function SignInProblem({ error }: { error: Error }) {
  const failure = error instanceof ApiFailure ? error : new ApiFailure('failed')
  const words = failureWords(failure, 'Signing in')
  const message = failure.facts.errors?.[0]?.errorMessage
  const isOwnText = failure.reason === 'wrong-credentials' || !message
  return <Banner tone="error" title={words.title} message={isOwnText ? words.advice : (message ?? '')} />
}
