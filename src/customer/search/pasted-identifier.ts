import { identifierProblem } from '#src/contract/identifier.ts'

/** A customer UUID as typed or pasted, or one sentence about what is wrong with it. */
export type PastedIdentifier = { uuid: string } | { problem: string }

/**
 * Finds the customer UUID in what people paste: with spaces, quotes or braces around it, or a whole
 * Customer Desk link. Case is kept, because identifiers are opaque.
 */
export function readPastedIdentifier(text: string): PastedIdentifier {
  const fromLink = /\/customers\/([^/?#\s]+)/.exec(text)?.[1]
  const raw = fromLink === undefined ? text : decode(fromLink)
  const uuid = raw
    .replace(/^[\s"'“”‘’`´<>{}()[\],;.]+|[\s"'“”‘’`´<>{}()[\],;.]+$/gu, '')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
  if (uuid === '') return { problem: 'Enter a customer UUID' }
  if (/\s/.test(uuid))
    return { problem: 'A customer UUID has no spaces inside. Paste one UUID, or a link to one customer' }
  const problem = identifierProblem(uuid)
  if (problem === undefined) return { uuid }
  return {
    problem:
      uuid.length > 128
        ? `A customer UUID has at most 128 characters; this has ${uuid.length}`
        : 'A customer UUID has only letters A to Z, digits, - and _',
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
