import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

export const MIN_LENGTH = 15
export const MAX_LENGTH = 128
/** Of 4; what can be guessed with less than 10^8 tries is below it. */
const MIN_SCORE = 3

export type PasswordProblem = 'too short' | 'too long' | 'too easy'

/**
 * Why a password may not be set, or undefined when it may. Length and a list of common passwords, and no rule
 * about kinds of characters (OWASP ASVS 5.0, 6.2.1 and 6.2.4 to 6.2.9). A common password that is doubled or
 * spelled with digits is as easy to guess, and refused too.
 * @param words what the password must not be made of: the username, the person's name
 */
export function passwordProblem(password: string, words: readonly string[]): PasswordProblem | undefined {
  const { length } = [...password]
  if (length < MIN_LENGTH) return 'too short'
  if (length > MAX_LENGTH) return 'too long'
  const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  const { score } = estimator.check(password, ['customer', 'desk', ...words])
  return score < MIN_SCORE ? 'too easy' : undefined
}
