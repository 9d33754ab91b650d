import type { Context } from 'hono'
import { actorOf } from '../audit/audit-log.ts'
import { recordRequest } from '../audit/record-request.ts'
import type { Own } from '../auth/own-account.ts'
import { requireStaff, sessionToken } from '../auth/session-cookie.ts'
import type { Deps, Env } from '../deps.ts'
import { DeskError } from '../errors.ts'

type Record = (outcome: string, detail: string, status: number) => Promise<void>

/**
 * The person who changes their own account, and how that is recorded.
 * @throws DeskError 401
 */
export async function ownSession(c: Context<Env>, deps: Deps): Promise<{ own: Own; record: Record }> {
  const staff = await requireStaff(c, deps, { isActivity: true })
  return {
    own: { uuid: staff.uuid, token: sessionToken(c, deps.config) ?? '' },
    record: (outcome, detail, status) =>
      recordRequest(c, deps, { event: 'account', outcome, actor: actorOf(staff), status, detail }),
  }
}

/** Records also what is refused. */
export async function recordingRefusals<T>(record: Record, detail: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DeskError) {
      await record(error.status === 429 ? 'too-many' : 'refused', detail, error.status)
    }
    throw error
  }
}
