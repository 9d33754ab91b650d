import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Proxies whose word about the client's address is taken. */
export type TrustedProxies = { has(address: string): boolean }

/**
 * @param ranges addresses or CIDR ranges, e.g. `10.0.0.0/8`
 * @returns undefined when one of them is neither
 */
export function trustedProxies(ranges: readonly string[]): TrustedProxies | undefined {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits, ...more] = range.split('/')
    const family = isIP(address)
    const length = Number(bits ?? (family === 4 ? 32 : 128))
    const isLength = Number.isInteger(length) && length >= 0 && length <= (family === 4 ? 32 : 128)
    if (family === 0 || !isLength || bits === '' || more.length > 0) return undefined
    list.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6')
  }
  return { has: (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6') }
}

/**
 * The address of whoever sent the request. A proxy's header counts only as far as trusted proxies wrote it:
 * from the right, the first address that is none of theirs.
 */
export function clientAddress(incoming: IncomingMessage | undefined, proxies: TrustedProxies): string | undefined {
  const peer = plain(incoming?.socket.remoteAddress)
  if (incoming === undefined || peer === undefined || !proxies.has(peer)) return peer
  const header = incoming.headers['x-forwarded-for']
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((hop) => plain(hop.trim()))
  const client = hops.findLast((hop) => hop === undefined || !proxies.has(hop))
  return client ?? peer
}

/** IPv4 inside IPv6 is IPv4; anything that is no address is nothing. */
function plain(address: string | undefined): string | undefined {
  const text = address?.replace(/^::ffff:(?=\d+\.)/i, '') ?? ''
  return isIP(text) === 0 ? undefined : text
}
