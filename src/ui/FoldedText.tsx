import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import * as words from '#words/ui'
import classes from './FoldedText.module.css'

const FOLD_AFTER = 400

type Props = { text: string }

/** Text as it came; a very long one is folded until someone wants it all. */
export function FoldedText({ text }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  if (text.length <= FOLD_AFTER) return <span className={classes.text}>{text}</span>
  return (
    <span className={classes.text}>
      {isOpen ? text : `${text.slice(0, FOLD_AFTER)}…`}{' '}
      <UnstyledButton className={classes.toggle} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? words.showLess() : words.showAll()}
      </UnstyledButton>
    </span>
  )
}
