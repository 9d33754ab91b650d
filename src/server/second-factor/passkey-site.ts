import type { Context } from 'hono'
import { type Config, hasName } from '../config.ts'
import type { Env } from '../deps.ts'

/** The site that a passkey is made for: browsers make none for a bare address such as 127.0.0.1. */
export type PasskeySite = { id: string; origin: string }

/**
 * The site of a request, or undefined where there can be no passkeys. On loopback the name `localhost` serves as well as the
 * address that is printed at the start.
 */
export function passkeySite(c: Context<Env>, config: Config): PasskeySite | undefined {
  const { hostname } = new URL(config.publicUrl)
  if (hasName(config.publicUrl)) return { id: hostname, origin: config.publicUrl }
  const host = c.req.header('host')?.toLowerCase() ?? ''
  const isLocal = config.isOnLoopback && /^localhost(?::\d{1,5})?$/.test(host)
  return isLocal ? { id: 'localhost', origin: `http://${host}` } : undefined
}

/** Where passkeys can be had, when they cannot at the address that was asked. */
export function passkeyAddress(c: Context<Env>, config: Config): string | null {
  if (passkeySite(c, config) !== undefined || config.isHttps || !config.isOnLoopback) return null
  const { port } = new URL(config.publicUrl)
  return `http://localhost${port === '' ? '' : `:${port}`}`
}
