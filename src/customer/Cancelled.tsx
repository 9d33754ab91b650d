import { Button } from '#src/ui/Button.tsx'
import { Notice } from '#src/ui/Notice.tsx'

type Props = { onRetry: () => void }

/** A look-up that the person ended. */
export function Cancelled({ onRetry }: Props) {
  return (
    <Notice title="Cancelled" level={1} isAlert>
      <p>Nothing was read.</p>
      <Button onClick={onRetry}>Ask again</Button>
    </Notice>
  )
}
