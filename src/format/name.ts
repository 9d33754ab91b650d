type Named = {
  fname?: string | null | undefined
  lname?: string | null | undefined
  company?: string | null | undefined
  uuid?: string | null | undefined
}

/** First and last name as one text, or '' when neither says anything. */
export function personName(named: Named): string {
  return [named.fname, named.lname]
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
    .join(' ')
}

/** What a customer is called: the person, else the company, else the identifier. */
export function customerName(named: Named, uuid: string): string {
  return personName(named) || named.company?.trim() || named.uuid?.trim() || uuid
}

/** Up to two letters for the square beside the name. */
export function initials(name: string): string {
  const letters = name
    .split(/[\s-]+/)
    .map((word) => Array.from(word).find((char) => /\p{L}|\p{N}/u.test(char)) ?? '')
    .filter((letter) => letter !== '')
  const last = letters.length > 1 ? (letters.at(-1) ?? '') : ''
  return `${letters[0] ?? '?'}${last}`.toUpperCase()
}
