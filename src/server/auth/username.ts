const MAX_LENGTH = 128

/**
 * A username as it is kept and compared: people type capitals, blanks, wide letters and accents as two signs, and mean the
 * same one. What cannot be seen says nothing either. After Unicode's NFKC_Casefold; sharp s is ss.
 */
export function foldUsername(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Why a username may not be given to an account, or undefined when it may. */
export function usernameProblem(typed: string): string | undefined {
  const { length } = foldUsername(typed)
  if (length === 0) return 'must not be empty'
  return length > MAX_LENGTH || typed.length > MAX_LENGTH ? `must have at most ${MAX_LENGTH} characters` : undefined
}

/**
 * SQL for the account that a name means, with {@link asNamed} for its first parameters. A name that was stored before names
 * were folded, and whose folded form is another account's, is found as it is written.
 */
export const NAMED = 'username in ($1, $2) order by username = $1 desc limit 1'
export const asNamed = (typed: string): [typed: string, folded: string] => [typed, foldUsername(typed)]
