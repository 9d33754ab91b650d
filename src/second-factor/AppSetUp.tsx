import * as words from '#words/second-factor'
import * as buttons from '#words/buttons'
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { QRCodeSVG } from 'qrcode.react'
import { Code } from '#src/ui/Code.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import classes from './AppSetUp.module.css'

type Props = {
  app: { uri: string; secret: string }
  isBusy: boolean
  onCode: (code: string) => void
  onCancel: () => void
}

/** What the app has to be told, and the code that shows that it was. */
export function AppSetUp({ app, isBusy, onCode, onCancel }: Props) {
  const form = useForm({
    mode: 'controlled',
    initialValues: { code: '' },
    validate: { code: (code) => (code.trim() === '' ? words.enterCode() : null) },
  })
  return (
    <form className={classes.steps} onSubmit={form.onSubmit(({ code }) => onCode(code))} noValidate>
      <p>{words.scan()}</p>
      <div className={classes.code}>
        <QRCodeSVG value={app.uri} size={184} marginSize={2} title={words.qrCode()} />
      </div>
      <p className={classes.key}>
        <span>{words.key()}</span> <Code>{app.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</Code>
        <CopyButton value={app.secret} what={words.keyToCopy()} />
      </p>
      <TextInput
        label={words.code()}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        className={classes.field}
        {...form.getInputProps('code')}
      />
      <div className={classes.actions}>
        <Button type="submit" loading={isBusy}>
          {words.finish()}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {buttons.cancel()}
        </Button>
      </div>
    </form>
  )
}
