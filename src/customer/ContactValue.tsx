import type { Communication } from '#src/contract/customer.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { ContactView } from './ContactView.tsx'

/** A phone number or an address to copy or to use. */
export function ContactValue({ communication }: { communication: Communication }) {
  return <ContactView communication={communication} Copy={CopyButton} />
}
