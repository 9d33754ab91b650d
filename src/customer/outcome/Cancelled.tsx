import * as words from '#words/outcome'
import { Button } from '@mantine/core'
import { Notice } from '#src/ui/Notice.tsx'

type Props = { onRetry: () => void }

/** A look-up that the person ended. */
export function Cancelled({ onRetry }: Props) {
  return (
    <Notice title={words.canceled()} level={1} isFocused>
      <p>{words.nothingRead()}</p>
      <Button onClick={onRetry}>{words.searchAgain()}</Button>
    </Notice>
  )
}
