import { Button } from '@mantine/core'
import { Notice } from '#src/ui/Notice.tsx'

type Props = { onRetry: () => void }

/** A look-up that the person ended. */
export function Cancelled({ onRetry }: Props) {
  return (
    <Notice title="Canceled" level={1} isFocused>
      <p>Nothing was read.</p>
      <Button onClick={onRetry}>Search again</Button>
    </Notice>
  )
}
