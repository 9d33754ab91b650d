import { createHash, randomInt } from 'node:crypto'

const HOW_MANY = 10
// Without letters and digits that are taken for each other. 24 of 32 signs are 120 bits, which a plain hash protects.
const SIGNS = 'abcdefghjkmnpqrstuvwxyz123456789'
const GROUPS = 4
const GROUP_LENGTH = 6

/** Codes that each sign in once, for whoever has lost everything else: `k7mw2p-9xq4tn-…`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () =>
    Array.from({ length: GROUPS }, () =>
      Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join(''),
    ).join('-'),
  )
}

/** What is kept of a code; blanks, hyphens and capitals make no difference. */
export function hashRecoveryCode(code: string): Buffer {
  return createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest()
}
