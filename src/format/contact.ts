type Contact = { commType?: string | null | undefined; commValue?: string | null | undefined }

/** What a communication is: its type is free text, so the value has the last word. */
export function contactKind({ commType, commValue }: Contact): 'phone' | 'e-mail' | 'other' {
  const value = commValue?.trim() ?? ''
  const type = commType?.toLowerCase() ?? ''
  if (value.includes('@') || /mail/.test(type)) return 'e-mail'
  if (/phone|cell|mobile|text|sms|fax|voice|tel/.test(type) || /^[+(\d][\d\s().+-]{5,}$/.test(value)) return 'phone'
  return 'other'
}

/**
 * A phone number for reading aloud. North American numbers are grouped as `(614) 555-0117`; others
 * stay as they came.
 */
export function formatPhone(value: string): string {
  const digits = value.replace(/[\s().-]/g, '')
  const match = /^(?:\+?1)?(\d{3})(\d{3})(\d{4})$/.exec(digits)
  return match === null ? value : `(${match[1]}) ${match[2]}-${match[3]}`
}

/** What to dial: digits with a leading plus, or undefined when that is no number to dial. */
export function dialable(value: string): string | undefined {
  const compact = value.trim().replace(/[\s().-]/g, '')
  if (!/^\+?\d{7,15}$/.test(compact)) return undefined
  if (compact.startsWith('+')) return compact
  return compact.length === 10 ? `+1${compact}` : compact
}

/** The address when it can be written to, else undefined. */
export function mailable(value: string): string | undefined {
  const address = value.trim()
  return /^[^\s@?&/<>"]+@[^\s@?&/<>".]+(?:\.[^\s@?&/<>".]+)+$/.test(address) ? address : undefined
}

/** What is wrong with a contact value, in words, or undefined. */
export function contactProblem(contact: Contact): string | undefined {
  const value = contact.commValue?.trim() ?? ''
  if (value === '') return 'No value'
  const kind = contactKind(contact)
  if (kind === 'phone' && dialable(value) === undefined) return 'Not a number that can be dialled'
  if (kind === 'e-mail' && mailable(value) === undefined) return 'Not an e-mail address that can be written to'
  return undefined
}
