import * as words from '#words/account'
import * as buttons from '#words/buttons'
import { failureBanner } from '#src/api/failure-banner.ts'
import '@mantine/core/styles/PasswordInput.layer.css'
import { Button, PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { Banner } from '#src/ui/Banner.tsx'
import { request } from '#src/api/request.ts'
import classes from './PasswordForm.module.css'

type Props = { onConfirmed: () => void; onCancel: () => void }

/** Asks for the password once more: a screen that somebody left open must not be enough to change how one signs in. */
export function ConfirmForm({ onConfirmed, onCancel }: Props) {
  const form = useForm({
    mode: 'controlled',
    initialValues: { password: '' },
    validate: { password: (password) => (password === '' ? words.enterPassword() : null) },
  })
  const confirm = useMutation({
    mutationFn: (body: { password: string }) => request({ method: 'POST', path: '/api/account/confirmation', body }),
    onSuccess: onConfirmed,
    onError: () => form.reset(),
  })
  return (
    <form className={classes.form} onSubmit={form.onSubmit((values) => confirm.mutate(values))} noValidate>
      <p>{words.confirmLead()}</p>
      {confirm.error === null ? null : (
        <Banner tone="error" {...failureBanner(confirm.error, words.checkingPassword())} />
      )}
      <PasswordInput
        label={words.yourPassword()}
        autoComplete="current-password"
        autoFocus
        visibilityToggleButtonProps={{ 'aria-label': words.showTyped(), tabIndex: 0 }}
        {...form.getInputProps('password')}
      />
      <div className={classes.actions}>
        <Button type="submit" loading={confirm.isPending}>
          {words.goOn()}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {buttons.cancel()}
        </Button>
      </div>
    </form>
  )
}
