import { type Database, type Queries, QueryFailed } from '../db/database.ts'
import { migrateIn } from '../db/migrate.ts'
import { accountLoader } from './account-loader.ts'
import { dealerLoader } from './dealer-loader.ts'
import { ImportFailure, ImportProblem, parseImportLine } from './import-line.ts'
import { makeStaging, stage, type StagedCustomer, storeStaged } from './staging.ts'

// A batch is as large as one statement should be, whether customers are many or huge.
const BATCH_CHARACTERS = 1_000_000
const BATCH_CUSTOMERS = 500
/** What npm itself says before an export, on the same standard output. */
const NPM_LINE = /^> (?:customer-desk@\S+ export|node scripts\/export\.mjs)(?: |$)/

export type ImportCounts = { dealers: number; users: number; services: number; customers: number }

type Options = {
  /** Called after each batch of customers with how many lines there were. */
  onProgress?: (counts: ImportCounts, line: number) => void
  /** Called when every line is read and what others see is changed. */
  onStore?: () => void
  /** Told of each account that was added or changed, in the same transaction: what is not recorded is not done. */
  onAccount?: (tx: Queries, what: string) => Promise<void>
  /** What hashing a password costs; only tests take less than the default. */
  passwordCost?: number
}

type Lines = AsyncIterable<string> | Iterable<string>

/**
 * Loads dealers, staff, service accounts and customers, all or nothing. All lines are read, checked and loaded into tables of
 * their own first; what others wait for is changed in one short step at the end. Accounts that stay as they are keep their
 * sessions.
 * @throws ImportFailure for the first bad line
 */
export async function importLines(db: Database, lines: Lines, options: Options = {}): Promise<ImportCounts> {
  return db.transaction((tx) => loadLines(tx, lines, options))
}

/**
 * Does all that {@link importLines} does, the schema included, and takes it back.
 * @throws ImportFailure for the first bad line
 */
export async function tryLines(db: Database, lines: Lines, options: Options = {}): Promise<ImportCounts> {
  const enough = new Error('taken back')
  let counts: ImportCounts | undefined
  await db
    .transaction(async (tx) => {
      await migrateIn(tx)
      counts = await loadLines(tx, lines, options)
      throw enough
    })
    .catch((error: unknown) => (error === enough ? undefined : Promise.reject(error as Error)))
  if (counts === undefined) throw new Error('no line was tried')
  return counts
}

async function loadLines(
  tx: Queries,
  lines: Lines,
  { onProgress = () => {}, onStore = () => {}, onAccount = () => Promise.resolve(), passwordCost }: Options,
): Promise<ImportCounts> {
  const counts: ImportCounts = { dealers: 0, users: 0, services: 0, customers: 0 }
  await makeStaging(tx)
  const dealers = await dealerLoader(tx)
  const accounts = accountLoader(tx, passwordCost)
  let batch: StagedCustomer[] = []
  let characters = 0
  const stageBatch = async () => {
    if (batch.length > 0) await stage(tx, batch)
    batch = []
    characters = 0
  }

  let number = 0
  for await (const text of lines) {
    number += 1
    if (text.trim() === '' || NPM_LINE.test(text)) continue
    try {
      const line = parseImportLine(text)
      switch (line.type) {
        case 'dealer':
          dealers.add(line)
          counts.dealers += 1
          break
        case 'user':
          dealers.check(line.dealerUUIDs)
          await accounts.addUser(line)
          counts.users += 1
          break
        case 'service':
          dealers.check(line.dealerUUIDs)
          await accounts.addService(line)
          counts.services += 1
          break
        case 'customer': {
          const { uuid, dealerId, parts } = line
          if (!dealers.has(dealerId)) {
            throw new ImportProblem(`customerInfo.dealerId is ${dealerId}, which is no dealer; dealers come first`)
          }
          batch.push({ ...parts, line: number, uuid, dealerId })
          counts.customers += 1
          characters += text.length
          if (batch.length < BATCH_CUSTOMERS && characters < BATCH_CHARACTERS) break
          await stageBatch()
          onProgress(counts, number)
          break
        }
      }
    } catch (error) {
      throw failureOf(error, number)
    }
  }
  await stageBatch()
  onStore()
  await dealers.store()
  await storeStaged(tx)
  await accounts.store((what) => onAccount(tx, what))
  return counts
}

/** Whatever went wrong with a line, as whoever wrote the file can act on it; a fault of this program as it is. */
function failureOf(error: unknown, line: number): unknown {
  if (error instanceof ImportProblem) return new ImportFailure(line, error.message)
  if (error instanceof QueryFailed) return new ImportFailure(line, refusalText(error))
  return error
}

/** Why the database did not do what an import asked of it, in words. */
export function refusalText(error: QueryFailed): string {
  switch (error.code) {
    case '53100':
      return 'the disk of the database is full; make room'
    case '42501':
      return 'the role of DATABASE_URL may not write to the tables; import with the role that owns them'
    case '25006':
      return 'the database is read-only; import into the primary server'
    case '57014':
      return 'the database took too long to store it'
    default:
      return error.isTemporary
        ? `the database stopped answering (${error.code || 'no code'}); try again`
        : `the database does not take it (SQLSTATE ${error.code})`
  }
}
