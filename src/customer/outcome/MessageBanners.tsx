import * as words from '#words/outcome'
import * as buttons from '#words/buttons'
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ApiError, ApiWarning } from '#src/contract/messages.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { collapseMessages, type Message } from './messages.ts'
import classes from './MessageBanners.module.css'

const SHOWN_AT_ONCE = 3
const SHOWN_WHEN_MORE = 2

type Props = {
  errors: readonly ApiError[]
  warnings: readonly ApiWarning[]
  /** Offered on every error when asking again can help. */
  onRetry?: () => void
}

/** Every error, then every warning. Errors stay; warnings can be folded down to their number. */
export function MessageBanners({ errors, warnings, onRetry }: Props) {
  const errorMessages = collapseMessages(
    errors.map((e) => ({ title: e.errorTitle, text: e.errorMessage, code: e.errorCode })),
  )
  const warningMessages = collapseMessages(
    warnings.map((w) => ({ title: w.warningTitle, text: w.warningMessage, code: w.warningCode })),
  )
  // Another set of warnings is news, and unfolds.
  return (
    <>
      <ErrorBanners messages={errorMessages} onRetry={onRetry} />
      <WarningBanners key={JSON.stringify(warningMessages)} messages={warningMessages} />
    </>
  )
}

function ErrorBanners({ messages, onRetry }: { messages: readonly Message[]; onRetry: (() => void) | undefined }) {
  const [shown, showAll] = useFirstMessages(messages)
  if (messages.length === 0) return null
  return (
    <div className={classes.stack}>
      {shown.map((message) => (
        <Banner
          key={message.key}
          tone="error"
          title={message.title}
          message={message.text}
          code={message.code}
          count={message.count}
        >
          {onRetry === undefined ? undefined : (
            <Button size="xs" variant="default" onClick={onRetry}>
              {buttons.retry()}
            </Button>
          )}
        </Banner>
      ))}
      {showAll === undefined ? null : (
        <Button size="xs" variant="default" className={classes.more} onClick={showAll}>
          {words.showAllErrors({ count: messages.length })}
        </Button>
      )}
    </div>
  )
}

function WarningBanners({ messages }: { messages: readonly Message[] }) {
  const [isFolded, setIsFolded] = useState(false)
  const [shown, showAll] = useFirstMessages(messages)
  if (messages.length === 0) return null
  const count = messages.length
  if (isFolded) {
    return (
      <Button
        size="xs"
        variant="default"
        className={classes.more}
        aria-expanded={false}
        onClick={() => setIsFolded(false)}
      >
        {words.warnings({ count })}
      </Button>
    )
  }
  return (
    <div className={classes.stack}>
      {shown.map((message, index) => (
        <Banner
          key={message.key}
          tone="warning"
          title={message.title}
          message={message.text}
          code={message.code}
          count={message.count}
        >
          {index > 0 ? undefined : (
            <Button size="xs" variant="default" aria-expanded onClick={() => setIsFolded(true)}>
              {words.foldWarnings({ count })}
            </Button>
          )}
        </Banner>
      ))}
      {showAll === undefined ? null : (
        <Button size="xs" variant="default" className={classes.more} onClick={showAll}>
          {words.showAllWarnings({ count })}
        </Button>
      )}
    </div>
  )
}

function useFirstMessages(
  messages: readonly Message[],
): [shown: readonly Message[], showAll: (() => void) | undefined] {
  const [isAll, setIsAll] = useState(false)
  if (isAll || messages.length <= SHOWN_AT_ONCE) return [messages, undefined]
  return [messages.slice(0, SHOWN_WHEN_MORE), () => setIsAll(true)]
}
