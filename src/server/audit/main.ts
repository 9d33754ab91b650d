import { runCommand } from '../command.ts'
import { readDatabaseConfig } from '../config.ts'
import { openDatabase } from '../db/open.ts'
import { verifyAudit } from './verify-audit.ts'

const SHOWN = 20

/** The command `npm run verify-audit`: exit status 0 when every event is as it was written, else 1. */
async function main(): Promise<number> {
  const db = await openDatabase(readDatabaseConfig(process.env), () => {})
  try {
    const { events, writers, unsealed, broken } = await verifyAudit(db)
    const older = unsealed === 0 ? '' : `, ${unsealed} from before they were sealed`
    console.log(`${events} events of ${writers} writers${older}.`)
    if (broken.length === 0) {
      console.log('Each is as it was written, and none is missing between others.')
      return 0
    }
    const more = broken.length > SHOWN ? ` and ${broken.length - SHOWN} more` : ''
    console.error(`Not as written, or after a missing one: ${broken.slice(0, SHOWN).join(', ')}${more}.`)
    return 1
  } finally {
    await db.close()
  }
}

await runCommand(main)
