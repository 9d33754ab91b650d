import { FormTheme } from '#src/ui/FormTheme.tsx'
import '@mantine/core/styles/PasswordInput.css'
import '@mantine/core/styles/ActionIcon.css'
import { PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ApiFailure, failureWords } from '#src/api/failure.ts'
import { request } from '#src/api/request.ts'
import { readSession } from '#src/api/session-query.ts'
import type { Credentials, Session } from '#src/contract/session.ts'
import { Banner } from '#src/ui/Banner.tsx'
import classes from './SignInForm.module.css'
import { Button } from '#src/ui/Button.tsx'

type Props = {
  onSignedIn: (session: Session) => void
  /** Other ways to sign in, above the fields. */
  children?: ReactNode
}

/** Name and password of a local account. A refused password is emptied, the name stays. */
export function SignInForm({ onSignedIn, children }: Props) {
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const signIn = useMutation({
    mutationFn: async (credentials: Credentials) =>
      readSession(await request({ method: 'POST', path: '/api/session', body: credentials })),
    onSuccess: onSignedIn,
    onError: () => setPassword(''),
  })
  const problems = {
    username: isChecked && username.trim() === '' ? 'Enter your username' : undefined,
    password: isChecked && password === '' && !signIn.isError ? 'Enter your password' : undefined,
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (username.trim() === '' || password === '') return
    signIn.mutate({ username: username.trim(), password })
  }
  return (
    <form className={classes.form} onSubmit={handleSubmit} noValidate>
      {children}
      {signIn.error === null ? null : <SignInProblem error={signIn.error} />}
      <FormTheme>
        <TextInput
          label="Username"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          value={username}
          error={problems.username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          value={password}
          error={problems.password}
          visibilityToggleButtonProps={{ 'aria-label': 'Show what was typed', tabIndex: 0 }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </FormTheme>
      <Button type="submit" isBusy={signIn.isPending} isWide>
        Sign in
      </Button>
    </form>
  )
}

function SignInProblem({ error }: { error: Error }) {
  const failure = error instanceof ApiFailure ? error : new ApiFailure('failed')
  const words = failureWords(failure)
  const message = failure.facts.errors?.[0]?.errorMessage
  const isOwnText = failure.reason === 'wrong-credentials' || !message
  return <Banner tone="error" title={words.title} message={isOwnText ? words.advice : (message ?? '')} />
}
