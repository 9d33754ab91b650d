import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const ROLES = { owner: 'desk_owner', server: 'desk_server' } as const

/** For DATABASE_URL: the same database as another role. */
export function urlAs(url: string, role: string): string {
  const changed = new URL(url)
  changed.username = role
  return changed.href
}

/** @param folder with `psql` */
export function psql(folder: string, url: string, ...args: string[]): void {
  execFileSync(join(folder, 'psql'), ['-X', '-q', '-v', 'ON_ERROR_STOP=1', ...args, url])
}

/**
 * Makes the role that owns and the one that serves, as an operator does.
 * @param url of a superuser in the database
 * @returns for DATABASE_URL of each
 */
export function makeRoles(folder: string, url: string): { owner: string; server: string } {
  const { owner, server } = ROLES
  psql(folder, url, '-v', `owner=${owner}`, '-v', `server=${server}`, '-f', 'deploy/postgres/roles.sql')
  return { owner: urlAs(url, owner), server: urlAs(url, server) }
}
