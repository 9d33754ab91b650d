import { hasDigitsToDial, isFiller } from './contact.ts'
import { readEmails } from './email.ts'

/** Whether somebody may be reached by it: no filler, and digits enough to dial or an address to write to. */
export function isUsableContact(kind: 'phone' | 'e-mail', sent: string | null | undefined): boolean {
  if (isFiller(kind, sent)) return false
  return kind === 'phone' ? hasDigitsToDial(sent) : readEmails(sent).length > 0
}
