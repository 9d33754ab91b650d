import { Notice } from '#src/ui/Notice.tsx'

/** An answer came, but what shows it cannot be fetched. */
export function CannotBeShown() {
  return (
    <Notice title="The answer cannot be shown" level={1} isAlert>
      <p>A part of this page could not be loaded. Check the network, then reload the page.</p>
    </Notice>
  )
}
