import * as words from '#words/format'
import { cleanText } from './text.ts'

type Contact = {
  commType?: string | null | undefined
  commLabel?: string | null | undefined
  commValue?: string | null | undefined
}

export type ContactKind = 'phone' | 'e-mail' | 'fax' | 'other'

const PHONE_WORDS = /phone|cell|mobile|text|sms|voice|tel/
const PHONE_SHAPE = /^(?:tel:)?[+(\d][\d\s().+/,;x#-]{5,}(?:ext\D{0,3}\d+)?$/i

/** What a communication is: its type is free text, so the value has the last word, and a label of "Fax" on a phone counts. */
export function contactKind({ commType, commLabel, commValue }: Contact): ContactKind {
  const value = cleanText(commValue).normalize('NFKC')
  const type = cleanText(commType).toLowerCase()
  if (value.includes('@') || /mail/.test(type)) return 'e-mail'
  if (/\bfax|telefax|faks/.test(`${type} ${cleanText(commLabel).toLowerCase()}`)) return 'fax'
  if (PHONE_WORDS.test(type) || PHONE_SHAPE.test(value)) return 'phone'
  return 'other'
}

const NOTHING =
  'none|nil|unknown|unk|declined?|refused?|not ?(?:given|provided|available|applicable|on ?file)|no ?(?:e ?mail|mail|phone|number|cell|contact)(?: ?address)?|without|nobody|noone'
const SAYS_NOTHING = new RegExp(`^(?:${NOTHING}|no|non|n ?a|null|x+|-+|\\?+)$`)
const SURELY_NOTHING = new RegExp(`^(?:${NOTHING})$`)

/**
 * Whether a value only fills a field that had to be filled: 999-999-9999, noemail@noemail.com, none. Nobody is reached
 * by it.
 */
export function isFiller(kind: ContactKind, sent: string | null | undefined): boolean {
  const value = cleanText(sent).normalize('NFKC').toLowerCase()
  if (SAYS_NOTHING.test(spelled(value))) return true
  if (kind === 'e-mail') return isFillerAddress(value)
  return kind === 'other' ? false : isFillerNumber(value)
}

function isFillerAddress(value: string): boolean {
  const [, local = '', host = ''] = /^(?:mailto:)?([^@\s]+)@([^@\s]+?)\.?$/.exec(value) ?? []
  const domain = host.split('.').at(-2) ?? ''
  if (local === '' || domain === '') return false
  if (SURELY_NOTHING.test(spelled(local)) || SURELY_NOTHING.test(spelled(domain))) return true
  // Short ones can be somebody's initials, so both halves have to say it.
  const isPair = local === domain || SAYS_NOTHING.test(spelled(domain))
  return isPair && (SAYS_NOTHING.test(spelled(local)) || /^(?:test|fake|asdf|abc|a)$/.test(local))
}

function spelled(text: string): string {
  return text.replace(/[\s._/'-]+/g, ' ').trim() || text
}

function isFillerNumber(value: string): boolean {
  if (!/^[\d\s().+/-]+$/.test(value)) return false
  const digits = value.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
  return (
    digits.length >= 3 && (/^(\d)\1*$/.test(digits) || /([019])\1{6}$/.test(digits) || '01234567890'.includes(digits))
  )
}

/** What is wrong with a contact that nobody can use, in words. */
export const UNUSABLE = {
  phone: words.notDialable(),
  'e-mail': words.notWritable(),
} as const

/** Whether the value may be a number to dial, before anything is known about numbers: it has digits enough. */
export function hasDigitsToDial(sent: string | null | undefined): boolean {
  return (cleanText(sent).normalize('NFKC').match(/\d/g)?.length ?? 0) >= 7
}
