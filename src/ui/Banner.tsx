import { Alert } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconXboxX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import * as words from '#words/ui'
import { FoldedText } from './FoldedText.tsx'
import classes from './Banner.module.css'

const ICONS = { error: IconXboxX, warning: IconAlertTriangle, hint: IconInfoCircle } as const
const WORDS = { error: words.error, warning: words.warning, hint: words.note } as const

type Props = {
  tone: keyof typeof ICONS
  title: string
  /** As received: always text, never markup. */
  message?: string | undefined
  code?: string | undefined
  /** Names the answer in the server's log. */
  reference?: string | undefined
  /** How many identical messages this one stands for. */
  count?: number
  children?: ReactNode
}

/** One message, read out when it appears: an error at once, anything else when there is a pause. */
export function Banner({ tone, title, message, code, reference, count = 1, children }: Props) {
  const Icon = ICONS[tone]
  return (
    <Alert
      role={tone === 'error' ? 'alert' : 'status'}
      variant="default"
      data-tone={tone}
      classNames={{ root: classes.banner, icon: classes.icon, body: classes.body, message: classes.message }}
      icon={<Icon size={18} aria-label={WORDS[tone]()} role="img" />}
    >
      <div className={classes.text}>
        <strong>{title}</strong>
        {count > 1 ? <span> ×{count}</span> : null}
        {message === undefined || message === '' ? null : (
          <>
            {' · '}
            <FoldedText text={message} />
          </>
        )}
        {code === undefined ? null : (
          <>
            {' '}
            <span className={classes.code}>{words.code({ code })}</span>
          </>
        )}
        {reference === undefined ? null : (
          <>
            {' '}
            <span className={classes.code}>{words.reference({ reference })}</span>
          </>
        )}
      </div>
      {children === undefined ? null : <div className={classes.actions}>{children}</div>}
    </Alert>
  )
}
