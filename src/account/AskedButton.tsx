import * as words from '#words/account'
import { Button } from '@mantine/core'
import { useState } from 'react'
import classes from './AccountList.module.css'

type Props = {
  /** What the button says, and what it is called where several say the same. */
  label: string
  name?: string
  /** What is asked before it is done, and the answer that does it. */
  question: string
  answer: string
  isBusy?: boolean
  size?: 'xs' | 'sm'
  onSure: () => void
}

/** A button for what cannot be undone: it asks first, in its own place, and the keyboard stays there. */
export function AskedButton({ label, name = label, question, answer, isBusy = false, size = 'xs', onSure }: Props) {
  const [state, setState] = useState<'waiting' | 'asking' | 'kept'>('waiting')
  if (state === 'asking') {
    return (
      <div role="group" aria-label={question} className={classes.asking}>
        <p>{question}</p>
        <Button
          size={size}
          onClick={() => {
            setState('waiting')
            onSure()
          }}
        >
          {answer}
        </Button>
        {/* First under the keyboard, so that a second press does no harm. */}
        <Button size={size} variant="default" autoFocus onClick={() => setState('kept')}>
          {words.keep()}
        </Button>
      </div>
    )
  }
  return (
    <Button
      variant="default"
      size={size}
      // It comes back in place of the button that had the focus.
      autoFocus={state === 'kept'}
      loading={isBusy}
      aria-label={name}
      onClick={() => setState('asking')}
    >
      {label}
    </Button>
  )
}
