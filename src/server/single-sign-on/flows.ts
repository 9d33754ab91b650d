import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '../db/database.ts'
import type { Flow } from './provider.ts'

const MINUTES = 10

type StartedFlow = Flow & { returnTo: string }

/** Sign-ins that have been begun. Each belongs to one browser, is kept on the server, and can be finished once. */
export type Flows = {
  /** @returns a secret for the browser's cookie */
  keep(flow: StartedFlow): Promise<string>
  take(secret: string, state: string): Promise<StartedFlow | undefined>
}

export function flows(db: Database, now: () => Date): Flows {
  const oldest = () => new Date(now().getTime() - MINUTES * 60_000)
  return {
    async keep({ state, nonce, codeVerifier, returnTo }) {
      const secret = randomBytes(32).toString('base64url')
      await db.query('delete from single_sign_on_flows where created_at < $1', [oldest()])
      await db.query(
        `insert into single_sign_on_flows (browser_hash, state, nonce, code_verifier, return_to, created_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [hash(secret), state, nonce, codeVerifier, returnTo, now()],
      )
      return secret
    },
    async take(secret, state) {
      const [row] = await db.query<StartedFlow>(
        `delete from single_sign_on_flows where browser_hash = $1 and state = $2 and created_at >= $3
         returning state, nonce, code_verifier as "codeVerifier", return_to as "returnTo"`,
        [hash(secret), state, oldest()],
      )
      return row
    },
  }
}

const hash = (secret: string): Buffer => createHash('sha256').update(secret).digest()
