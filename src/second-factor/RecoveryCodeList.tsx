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
    <Notice title="Your recovery codes" level={level} isFocused>
      <p>
        Each signs you in once, in place of your second factor. They are shown only now: print them or keep them in a
        password manager, not on the device that they stand in for.
      </p>
      <ul className={classes.codes} aria-label="Recovery codes" translate="no">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <Button onClick={onKept}>I have kept them</Button>
        <CopyButton value={codes.join('\n')} what="recovery codes">
          Copy
        </CopyButton>
      </div>
    </Notice>
  )
}
