import * as words from '#words/account'
import { ACCOUNT_ERRORS } from '#src/contract/desk/account-errors.ts'
import '@mantine/core/styles/PasswordInput.layer.css'
import { Button, PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { failureBanner, namedError } from '#src/api/failure-banner.ts'
import { request } from '#src/api/request.ts'
import type { PasswordChange } from '#src/contract/desk/account.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import classes from './PasswordForm.module.css'

/** Which field the server has something against. */
const FIELDS: Readonly<Record<string, keyof PasswordChange>> = {
  [ACCOUNT_ERRORS.wrongPassword]: 'currentPassword',
  [ACCOUNT_ERRORS.unfitPassword]: 'newPassword',
}
const EMPTY: PasswordChange = { currentPassword: '', newPassword: '' }
const SHOW = { 'aria-label': words.showTyped(), tabIndex: 0 } as const

type Props = { username: string }

export function PasswordForm({ username }: Props) {
  const queryClient = useQueryClient()
  const form = useForm({
    mode: 'controlled',
    initialValues: EMPTY,
    validate: {
      currentPassword: (password) => (password === '' ? words.enterCurrent() : null),
      newPassword: (password) => (password === '' ? words.enterNew() : null),
    },
  })
  const change = useMutation({
    mutationFn: (body: PasswordChange) => request({ method: 'POST', path: '/api/account/password', body }),
    onSuccess: () => {
      form.setValues(EMPTY)
      void queryClient.invalidateQueries({ queryKey: ['account'] })
    },
    onError: (error) => {
      const refusal = refusedField(error)
      if (refusal !== undefined) form.setFieldError(...refusal)
    },
  })
  const isOfField = change.error !== null && refusedField(change.error) !== undefined
  return (
    <TitledCard title={words.password()}>
      <form className={classes.form} onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
        {change.error === null || isOfField ? null : (
          <Banner tone="error" {...failureBanner(change.error, words.changingPassword())} />
        )}
        {change.isSuccess ? (
          <Banner tone="hint" title={words.passwordChanged()} message={words.passwordChangedMeans()} />
        ) : null}
        {/* For password managers, which keep the new one under this name. */}
        <input hidden readOnly autoComplete="username" value={username} />
        <PasswordInput
          label={words.currentPassword()}
          autoComplete="current-password"
          visibilityToggleButtonProps={SHOW}
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label={words.newPassword()}
          description={words.passwordRule()}
          autoComplete="new-password"
          visibilityToggleButtonProps={SHOW}
          {...form.getInputProps('newPassword')}
        />
        <Button type="submit" loading={change.isPending}>
          {words.changePassword()}
        </Button>
      </form>
    </TitledCard>
  )
}

function refusedField(error: Error): [field: keyof PasswordChange, message: string] | undefined {
  const named = namedError(error)
  const field = FIELDS[String(named?.errorCode)]
  return field === undefined ? undefined : [field, named?.errorMessage ?? '']
}
