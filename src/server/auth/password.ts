import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { tooManySignIns } from '../errors.ts'
import { opaquePassword } from './opaque-password.ts'

/** OWASP's N for scrypt with r = 8, p = 1: one hash takes about a third of a second and 128 MiB. */
export const PASSWORD_COST = 2 ** 17
const COST = { r: 8, p: 1 } as const
const KEY_BYTES = 32
const MAX_MEMORY = 256 * 1024 * 1024
const AT_ONCE = 2
// Beyond this, waiting would take longer than anyone stays at a sign-in form.
const MAX_WAITING = 20

/**
 * Hashes for storage: `scrypt$N$r$p$salt$key`, so that stronger parameters can come later.
 * @param cost the CPU and memory cost N, a power of two; only tests take less than {@link PASSWORD_COST}
 */
export async function hashPassword(password: string, cost: number = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(opaquePassword(password), salt, { ...COST, N: cost }, Number.POSITIVE_INFINITY)
  return ['scrypt', cost, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

// Checked when there is no such account, so that a wrong name takes as long as a wrong password.
const noAccount = (cost: number): string =>
  ['scrypt', cost, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA', Buffer.alloc(KEY_BYTES).toString('base64url')].join('$')

/**
 * Whether the password is the one that was hashed. Without a hash the answer is no, after the same work. What was hashed
 * before passwords were normalized is still right as it was typed.
 * @param cost of the hashes that this server makes
 * @returns for a right one, whether it should be hashed anew
 * @throws DeskError 503 when too many passwords are being checked
 */
export async function checkPassword(
  password: string,
  hash: string | null | undefined,
  cost: number = PASSWORD_COST,
): Promise<{ isRight: boolean; isOutdated: boolean }> {
  const [, N, r, p, salt, key] = (hash ?? noAccount(cost)).split('$')
  if (salt === undefined || key === undefined) throw new Error('A stored password hash is malformed')
  const expected = Buffer.from(key, 'base64url')
  const opaque = opaquePassword(password)
  for (const candidate of opaque === password ? [opaque] : [opaque, password]) {
    // oxlint-disable-next-line no-await-in-loop -- two at most, and the second only when the first is wrong
    const actual = await derive(
      candidate,
      Buffer.from(salt, 'base64url'),
      { N: Number(N), r: Number(r), p: Number(p) },
      MAX_WAITING,
    )
    if (actual.length === expected.length && timingSafeEqual(actual, expected) && typeof hash === 'string') {
      return { isRight: true, isOutdated: candidate !== opaque || isOutdated(hash, cost) }
    }
  }
  return { isRight: false, isOutdated: false }
}

/** Whether a stored hash was made with other parameters than are right today. */
export function isOutdated(hash: string, cost: number = PASSWORD_COST): boolean {
  const [, N, r, p] = hash.split('$').map(Number)
  return N !== cost || r !== COST.r || p !== COST.p
}

/** Whether a text is what {@link hashPassword} makes, of any cost that checking one may take. */
export function isPasswordHash(text: string): boolean {
  const [, N, salt, key] = /^scrypt\$(\d{1,6})\$8\$1\$([\w-]{22})\$([\w-]{43})$/.exec(text) ?? []
  const isCost = Number(N) > 1 && Number(N) <= PASSWORD_COST && Number.isInteger(Math.log2(Number(N)))
  return isCost && salt !== undefined && key !== undefined
}

let running = 0
const waiting: (() => void)[] = []

async function derive(
  password: string,
  salt: Buffer,
  cost: { N: number; r: number; p: number },
  maxWaiting: number,
): Promise<Buffer> {
  if (running >= AT_ONCE) {
    if (waiting.length >= maxWaiting) throw tooManySignIns()
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else {
    running += 1
  }
  try {
    return await new Promise((resolve, reject) =>
      scrypt(password, salt, KEY_BYTES, { ...cost, maxmem: MAX_MEMORY }, (error, key) =>
        error === null ? resolve(key) : reject(error),
      ),
    )
  } finally {
    // The place is handed on, not given back, so that nobody can slip in between.
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}
