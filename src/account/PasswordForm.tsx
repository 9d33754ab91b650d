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
const SHOW = { 'aria-label': 'Show what was typed', tabIndex: 0 } as const

type Props = { username: string }

export function PasswordForm({ username }: Props) {
  const queryClient = useQueryClient()
  const form = useForm({
    mode: 'controlled',
    initialValues: EMPTY,
    validate: {
      currentPassword: (password) => (password === '' ? 'Enter your current password' : null),
      newPassword: (password) => (password === '' ? 'Enter a new password' : null),
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
    <TitledCard title="Password">
      <form className={classes.form} onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
        {change.error === null || isOfField ? null : (
          <Banner tone="error" {...failureBanner(change.error, 'Changing the password')} />
        )}
        {change.isSuccess ? (
          <Banner
            tone="hint"
            title="Your password is changed"
            message="Everywhere else you are signed out: sign in there with the new one."
          />
        ) : null}
        {/* For password managers, which keep the new one under this name. */}
        <input hidden readOnly autoComplete="username" value={username} />
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          visibilityToggleButtonProps={SHOW}
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label="New password"
          description="15 characters or more of any kind; a few words that do not belong together are good."
          autoComplete="new-password"
          visibilityToggleButtonProps={SHOW}
          {...form.getInputProps('newPassword')}
        />
        <Button type="submit" loading={change.isPending}>
          Change password
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
