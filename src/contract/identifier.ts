/** An opaque identifier of the platform; only some are RFC 4122 UUIDs. */
export const IDENTIFIER = /^[A-Za-z0-9_-]{1,128}$/
export const IDENTIFIER_RULE = 'must be 1 to 128 characters of A-Z a-z 0-9 - _'

/** What is wrong with an identifier that a person typed, or undefined. */
export function identifierProblem(text: string): string | undefined {
  return IDENTIFIER.test(text) ? undefined : IDENTIFIER_RULE
}
