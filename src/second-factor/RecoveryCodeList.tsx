import * as words from '#words/second-factor'
import * as buttons from '#words/buttons'
import { Button } from '@mantine/core'
import { Notice } from '#src/ui/Notice.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import classes from './RecoveryCodeList.module.css'

type Props = {
  codes: readonly string[]
  /** Of its heading, by what stands above it. */
  level: 2 | 3
  onKept: () => void
}

/** Shown this once: who loses everything else signs in with one of them. */
export function RecoveryCodeList({ codes, level, onKept }: Props) {
  return (
    <Notice title={words.yourCodes()} level={level} isFocused>
      <p>{words.codesLead()}</p>
      <ul className={classes.codes} aria-label={words.codes()} translate="no">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <Button onClick={onKept}>{words.kept()}</Button>
        <CopyButton value={codes.join('\n')} what={words.codesToCopy()}>
          {buttons.copy()}
        </CopyButton>
      </div>
    </Notice>
  )
}
