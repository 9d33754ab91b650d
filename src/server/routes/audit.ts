import { type Context, Hono } from 'hono'
import { type AuditEvent, type AuditEvents, AuditFilter } from '#src/contract/desk/audit.ts'
import { issueText } from '#src/contract/issue-text.ts'
import type { z } from '#src/contract/zod.ts'
import { CSV_LINE_END, CSV_START, csvLine } from '#src/format/csv.ts'
import { listAudit } from '../audit/audit-list.ts'
import { actorOf } from '../audit/audit-log.ts'
import { recordRequest } from '../audit/record-request.ts'
import { requireStaff } from '../auth/session-cookie.ts'
import type { Deps, Env } from '../deps.ts'
import { badRequest, DeskError } from '../errors.ts'
import { type Say, type Words, wordsOf } from '../language.ts'
import { languageOfPerson } from '../preferences/preferences.ts'

const PAGE = 100
const EXPORT_BATCH = 1000

/** The record of what people and programs did, for managers. Looking at it is recorded as well. */
export function auditRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/', async (c) => {
    const { filter, reader } = await allow(c, 'read')
    // What has just happened is among them.
    if (filter.marked !== undefined) await deps.unusual.look()
    const found = await listAudit(deps.db, filter, reader, PAGE + 1)
    const events = found.slice(0, PAGE)
    const next = found.length > PAGE ? (events.at(-1)?.id ?? null) : null
    return c.json({ events, next } satisfies z.output<typeof AuditEvents>)
  })

  routes.get('/csv', async (c) => {
    const { staff, filter, reader } = await allow(c, 'exported')
    const words = wordsOf(await languageOfPerson(c, deps, staff))
    const name = `audit-${filter.day ?? deps.now().toISOString().slice(0, 10)}.csv`
    return c.body(stream(exportLines(filter, reader, words)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    })
  })

  async function allow(c: Context<Env>, outcome: 'read' | 'exported') {
    const staff = await requireStaff(c, deps, { isActivity: true })
    const result = AuditFilter.safeParse(c.req.query())
    const refusal = !staff.isManager
      ? new DeskError(403, 'FORBIDDEN', (words) => words.auditForManagers())
      : !result.success
        ? badRequest(() => `${issueText(result.error, 'The query')}.`)
        : undefined
    const { before: _, ...asked } = result.data ?? {}
    await recordRequest(c, deps, {
      event: 'audit',
      outcome: refusal === undefined ? outcome : 'refused',
      actor: actorOf(staff),
      status: refusal?.status ?? 200,
      ...(refusal === undefined && Object.keys(asked).length > 0 ? { detail: JSON.stringify(asked) } : {}),
    })
    if (refusal !== undefined || result.data === undefined)
      throw refusal ?? badRequest((words) => words.queryUnreadable())
    const dealerUUIDs = staff.dealers.map((dealer) => dealer.uuid)
    return { staff, filter: result.data, reader: { dealerUUIDs, timeZone: deps.config.timeZone } }
  }

  type Reader = Awaited<ReturnType<typeof allow>>['reader']

  async function* exportLines(filter: AuditFilter, reader: Reader, words: Words): AsyncGenerator<string> {
    yield CSV_START + csvLine(COLUMNS.map(([name]) => name(words))) + CSV_LINE_END
    let { before } = filter
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- a batch begins where the last one ended
      const events = await listAudit(deps.db, { ...filter, before }, reader, EXPORT_BATCH)
      if (events.length > 0)
        yield events.map((event) => csvLine(COLUMNS.map(([, of]) => of(event)))).join(CSV_LINE_END) + CSV_LINE_END
      if (events.length < EXPORT_BATCH) return
      before = events.at(-1)?.id
    }
  }

  return routes
}

const COLUMNS: readonly [name: Say, of: (event: AuditEvent) => string][] = [
  [(words) => words.atColumn(), ({ at }) => at],
  [(words) => words.eventColumn(), ({ event }) => event],
  [(words) => words.outcomeColumn(), ({ outcome }) => outcome],
  [(words) => words.statusColumn(), ({ status }) => String(status ?? '')],
  [(words) => words.actorKindColumn(), ({ actorKind }) => actorKind],
  [(words) => words.actorColumn(), ({ actorName, actorId }) => actorName ?? actorId ?? ''],
  [(words) => words.actorIdColumn(), ({ actorId }) => actorId ?? ''],
  [(words) => words.customerColumn(), ({ customerUUID }) => customerUUID ?? ''],
  [(words) => words.dealerUuidsColumn(), ({ dealerUUIDs }) => (dealerUUIDs ?? []).join(' ')],
  [(words) => words.fromColumn(), ({ address }) => address ?? ''],
  [(words) => words.requesterColumn(), ({ requesterUUID }) => requesterUUID ?? ''],
  [(words) => words.referenceColumn(), ({ requestId }) => requestId ?? ''],
  [(words) => words.detailColumn(), ({ detail }) => detail ?? ''],
  [(words) => words.timesColumn(), ({ times }) => String(times)],
  [(words) => words.unusualColumn(), ({ marks }) => marks.join(' ')],
]

function stream(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}
