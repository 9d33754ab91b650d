import { runCommand } from '../command.ts'
import { readAuditKey, readDatabaseConfig } from '../config.ts'
import { openDatabase } from '../db/open.ts'
import { verifyAudit } from './verify-audit.ts'

const SHOWN = 20

/** The command `npm run verify-audit`: exit status 0 when every event is as it was written, else 1. */
async function main(): Promise<number> {
  const db = await openDatabase(readDatabaseConfig(process.env), () => {})
  try {
    const key = readAuditKey(process.env)
    const { events, writers, unsealed, keyless, otherKey, broken, cut } = await verifyAudit(db, key)
    const older = unsealed === 0 ? '' : `, ${unsealed} from before they were sealed`
    const open = key === undefined || keyless === 0 ? '' : `, ${keyless} sealed without a key`
    console.log(`${events} events of ${writers} writers${older}${open}.`)
    if (otherKey > 0) {
      console.error(`${otherKey} were sealed with another AUDIT_KEY and cannot be checked with this one.`)
    }
    if (broken.length + cut.length + otherKey === 0) {
      console.log('Each is as it was written, and none is missing between others or at the end.')
      return 0
    }
    if (cut.length > 0) console.error(`The latest events are missing of: ${cut.slice(0, SHOWN).join(', ')}.`)
    if (broken.length === 0) return 1
    const more = broken.length > SHOWN ? ` and ${broken.length - SHOWN} more` : ''
    console.error(`Not as written, or after a missing one: ${broken.slice(0, SHOWN).join(', ')}${more}.`)
    return 1
  } finally {
    await db.close()
  }
}

await runCommand(main)
