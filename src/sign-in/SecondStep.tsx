import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiFailure } from '#src/api/failure.ts'
import { request } from '#src/api/request.ts'
import { SecondStepOptions } from '#src/contract/desk/second-factor.ts'
import type { Session } from '#src/contract/desk/session.ts'
import { AddFactor } from '#src/second-factor/AddFactor.tsx'
import { FactorProblem } from '#src/second-factor/FactorProblem.tsx'
import { showPasskey } from '#src/second-factor/passkey-dialog.ts'
import { readSession, sessionQuery } from '#src/session/session-query.ts'
import * as words from '#words/sign-in'
import classes from './SignInForm.module.css'

const KEY = ['second-step']

type Props = {
  onSignedIn: (session: Session) => void
  onStartOver: () => void
}

/** After the password: a code, a recovery code or a passkey; or, where there has to be one and is none, setting it up. */
export function SecondStep({ onSignedIn, onStartOver }: Props) {
  const queryClient = useQueryClient()
  const {
    data: options,
    error,
    refetch,
  } = useQuery({
    queryKey: KEY,
    // Each is for one sign-in.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async () =>
      SecondStepOptions.parse((await request({ method: 'POST', path: '/api/session/second-factor/begin' })).body),
  })
  const startOver = (
    <Button variant="subtle" fullWidth onClick={onStartOver}>
      {words.startOver()}
    </Button>
  )
  if (options === undefined) {
    return (
      <div className={classes.form}>
        {error === null ? (
          <p role="status">{words.oneMoment()}</p>
        ) : (
          <FactorProblem error={error} title={words.cannotGoOn()} />
        )}
        {error === null ? null : startOver}
      </div>
    )
  }
  if (!options.isSetUp) {
    return (
      <div className={classes.form}>
        <ShowFactor options={options} onSignedIn={onSignedIn} onRefused={() => void refetch()} />
        {startOver}
      </div>
    )
  }
  return (
    <div className={classes.form}>
      <p className={classes.hint}>{words.setUpFactor()}</p>
      <AddFactor
        level={2}
        path="/api/session/set-up"
        offers={options.offers}
        passkeyAddress={options.passkeyAddress}
        onAdded={() => {
          queryClient.fetchQuery({ ...sessionQuery(), staleTime: 0 }).then(
            (session) => (session === null ? onStartOver() : onSignedIn(session)),
            () => onStartOver(),
          )
        }}
      />
      {startOver}
    </div>
  )
}

type ShowProps = {
  options: SecondStepOptions
  onSignedIn: (session: Session) => void
  /** What the browser was asked with is used up. */
  onRefused: () => void
}

function ShowFactor({ options, onSignedIn, onRefused }: ShowProps) {
  const hasPasskey = options.ways.includes('passkey')
  const hasApp = options.ways.includes('app')
  const hasCodes = options.ways.includes('recovery-code')
  const form = useForm({
    mode: 'controlled',
    initialValues: { code: '' },
    validate: { code: (code) => (code.trim() === '' ? words.enterCode() : null) },
  })
  const show = useMutation({
    mutationFn: async (code: string | undefined) => {
      const proof = code === undefined ? { passkey: await showPasskey(options.passkey) } : { code }
      return readSession(await request({ method: 'POST', path: '/api/session/second-factor', body: proof }))
    },
    onSuccess: onSignedIn,
    onError: (error, code) => {
      form.reset()
      if (code === undefined && error instanceof ApiFailure) onRefused()
    },
  })
  return (
    <form className={classes.form} onSubmit={form.onSubmit(({ code }) => show.mutate(code))} noValidate>
      <p className={classes.hint}>{words.showFactor()}</p>
      {show.error === null ? null : <FactorProblem error={show.error} title={words.notSignedIn()} />}
      {hasPasskey ? (
        <Button
          fullWidth
          data-autofocus={hasApp ? undefined : true}
          autoFocus={!hasApp}
          variant={hasApp ? 'default' : 'filled'}
          loading={show.isPending && show.variables === undefined}
          onClick={() => show.mutate(undefined)}
        >
          {words.passkeyInstead()}
        </Button>
      ) : null}
      {hasApp || hasCodes ? (
        <>
          <TextInput
            label={hasApp ? words.code() : words.recoveryCode()}
            description={hasApp ? words.codeHint() : undefined}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={hasApp}
            data-autofocus={hasApp || undefined}
            {...form.getInputProps('code')}
          />
          <Button
            type="submit"
            fullWidth
            variant={hasApp ? 'filled' : 'default'}
            loading={show.isPending && show.variables !== undefined}
          >
            {words.signIn()}
          </Button>
        </>
      ) : null}
      {hasPasskey || hasApp || hasCodes ? null : <p>{words.noFactorWorks()}</p>}
    </form>
  )
}
