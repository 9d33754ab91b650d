import { identifierProblem } from '#src/contract/identifier.ts'
import { auditLog, operator } from '../audit/audit-log.ts'
import { runCommand } from '../command.ts'
import { readAuditKey, readDatabaseConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import { openDatabase } from '../db/open.ts'
import { makeLogger } from '../start.ts'
import { forgetCustomer } from './forget-customer.ts'
import { postgresSource } from './postgres-source.ts'

const USAGE = 'Usage: npm run customer -- show UUID | delete UUID'

/** The command `npm run customer`: exit status 0 when it is done and recorded, else 1 and nothing is changed. */
async function main([command, uuid, ...more]: readonly string[]): Promise<number> {
  if ((command !== 'show' && command !== 'delete') || uuid === undefined || more.length > 0) return refuse(USAGE)
  const problem = identifierProblem(uuid)
  if (problem !== undefined) return refuse(`A customer UUID ${problem}.`)
  const db = await openDatabase(readDatabaseConfig(process.env), () => {})
  try {
    const said = command === 'show' ? await show(db, uuid) : await remove(db, uuid)
    if (said === undefined) return refuse(`There is no customer ${uuid}.`)
    console.log(said)
    return 0
  } finally {
    await db.close()
  }
}

function refuse(why: string): number {
  console.error(why)
  return 1
}

/** What is stored about a customer, as JSON; undefined when there is nobody. */
async function show(db: Database, customerUUID: string): Promise<string | undefined> {
  const dealers = await db.query<{ uuid: string }>('select uuid from dealers order by uuid', [])
  const asked = {
    customerUUID,
    requesterUserUUID: '',
    dealerUUIDList: dealers.map(({ uuid }) => uuid),
    excludeOrderType: false,
  }
  const context = { requestId: '', signal: new AbortController().signal, askedDealerIds: [] }
  const result = await postgresSource(db).lookUp(asked, context)
  if (!result.found) return undefined
  await record(db, customerUUID, 'shown')
  return result.body
}

/** Undefined when there was nobody, and so nothing to take out. */
async function remove(db: Database, customerUUID: string): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    const { records, links, recents, looks } = await forgetCustomer(tx, customerUUID)
    if (records + links + recents + looks === 0) return undefined
    // In the same transaction: what is not recorded is not done.
    await record(tx, customerUUID, 'deleted')
    return `Deleted customer ${customerUUID}: ${records} record, ${links} links in other records, ${recents} entries of recent customers, ${looks} last looks. The audit record keeps the UUID.`
  })
}

async function record(
  tx: Parameters<typeof auditLog>[0],
  customerUUID: string,
  outcome: 'shown' | 'deleted',
): Promise<void> {
  await auditLog(tx, makeLogger(process.stderr), () => new Date(), readAuditKey(process.env)).record({
    event: 'customer',
    outcome,
    actor: operator(),
    customerUUID,
  })
}

await runCommand(main)
