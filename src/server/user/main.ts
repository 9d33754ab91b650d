import { auditLog, operator } from '../audit/audit-log.ts'
import { clashingUsernames } from '../auth/accounts.ts'
import { runCommand } from '../command.ts'
import { hasLocalAccounts, readAuditKey, readDatabaseConfig } from '../config.ts'
import type { Database, Queries } from '../db/database.ts'
import { openDatabase } from '../db/open.ts'
import { makeLogger } from '../start.ts'
import { parseUserCommand, UsageProblem } from './arguments.ts'
import { changeAccount } from './change-account.ts'
import { disableUnused } from './disable-unused.ts'
import { readPassword } from './read-password.ts'

/** The command `npm run user`: exit status 0 when it is done and recorded, else 1 and nothing is changed. */
async function main(args: readonly string[]): Promise<number> {
  const asked = parseUserCommand(args)
  const db = await openDatabase(readDatabaseConfig(process.env), () => {})
  try {
    if (asked.command === 'list') {
      await list(db)
      return 0
    }
    const record = async (tx: Queries, username: string) => {
      const target = `${asked.isService ? 'service account ' : ''}${username}`
      const detail = [asked.command, target, asked.role, ...asked.dealers]
        .filter((part) => part !== undefined)
        .join(' ')
      await auditLog(tx, makeLogger(process.stderr), () => new Date(), readAuditKey(process.env)).record({
        event: 'account',
        outcome: 'done',
        actor: operator(),
        detail,
      })
    }
    if (asked.command === 'disable-unused') {
      const { days = 0, isDryRun } = asked
      console.log((await disableUnused(db, { days, isDryRun, now: new Date(), record })).join('\n'))
      return 0
    }
    console.log(await changeAccount(db, asked, { readPassword, record, localAccounts: hasLocalAccounts(process.env) }))
    return 0
  } finally {
    await db.close()
  }
}

async function list(db: Database): Promise<void> {
  const rows = await db.query<{ username: string; kind: string; name: string; state: string; dealers: string }>(
    `select username, case when is_manager then 'manager' else 'staff' end as kind, name,
       case when is_disabled then 'disabled' else 'active' end as state,
       coalesce((select string_agg(d.name, ', ' order by d.name) from staff_dealers l join dealers d on d.uuid = l.dealer_uuid
                 where l.staff_uuid = staff.uuid), '') as dealers from staff
     union all
     select username, 'service', '', case when is_disabled then 'disabled' else 'active' end,
       coalesce((select string_agg(d.name, ', ' order by d.name) from service_account_dealers l join dealers d on d.uuid = l.dealer_uuid
                 where l.username = service_accounts.username), '') from service_accounts
     order by 2, 1`,
    [],
  )
  for (const row of rows) console.log([row.username, row.kind, row.state, row.name, row.dealers].join('\t'))
  for (const clash of await clashingUsernames(db)) console.error(clash)
}

await runCommand(main, (error) => (error instanceof UsageProblem ? error.message : undefined))
