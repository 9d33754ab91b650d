import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Encrypts what must be read again later, so that the database alone does not give it away. */
export type SecretBox = {
  /** @param owner whose it is; it opens for nobody else's account */
  seal(secret: Uint8Array, owner: string): Buffer
  /** @returns undefined when it was sealed with another key, or for another owner */
  open(sealed: Uint8Array, owner: string): Buffer | undefined
}

/** @param key text of any kind, 32 characters at least */
export function secretBox(key: string): SecretBox {
  const own = Buffer.from(hkdfSync('sha256', key, '', 'customer-desk second factor', 32))
  return {
    seal(secret, owner) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, own, iv).setAAD(Buffer.from(owner))
      const text = Buffer.concat([cipher.update(secret), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), text])
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv(CIPHER, own, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
      } catch {
        return undefined
      }
    },
  }
}
