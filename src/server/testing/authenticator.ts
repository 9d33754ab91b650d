import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Site = { id: string; origin: string }
type Options = { challenge: string }

const url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const hash = (text: Uint8Array | string) => createHash('sha256').update(text).digest()

/** CBOR (RFC 8949) of what a passkey is made of. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = [...value].flatMap(([key, item]) => [cbor(key), cbor(item as Buffer)])
  return Buffer.concat([head(5, value.size), ...entries])
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  return length < 256
    ? Buffer.from([(major << 5) | 24, length])
    : Buffer.from([(major << 5) | 25, length >> 8, length & 255])
}

/** A passkey in software: what a browser answers on behalf of a device that holds one. */
export function softwarePasskey({ id, origin }: Site) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const credentialId = randomBytes(32)
  const coseKey = cbor(
    new Map<number | string, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(jwk.x ?? '', 'base64url')],
      [-3, Buffer.from(jwk.y ?? '', 'base64url')],
    ]),
  )
  let counter = 0
  const authenticatorData = (flags: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE((counter += 1))
    return Buffer.concat([hash(id), Buffer.from([flags]), count])
  }
  const clientData = (type: string, { challenge }: Options) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const own = { id: url(credentialId), rawId: url(credentialId), type: 'public-key', clientExtensionResults: {} }
  return {
    make(options: Options) {
      const length = Buffer.from([0, credentialId.length])
      const authData = Buffer.concat([authenticatorData(0x45), Buffer.alloc(16), length, credentialId, coseKey])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      return {
        ...own,
        response: {
          clientDataJSON: url(clientData('webauthn.create', options)),
          attestationObject: url(cbor(attestation)),
          transports: ['internal'],
        },
      }
    },
    /** @param isVerified whether the device has seen who unlocks it */
    show(options: Options, isVerified = true) {
      const data = authenticatorData(isVerified ? 0x05 : 0x01)
      const client = clientData('webauthn.get', options)
      return {
        ...own,
        response: {
          clientDataJSON: url(client),
          authenticatorData: url(data),
          signature: url(sign('sha256', Buffer.concat([data, hash(client)]), privateKey)),
        },
      }
    },
  }
}
