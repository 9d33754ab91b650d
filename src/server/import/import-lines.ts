import { storedUsername, storeService, storeStaff } from '../auth/accounts.ts'
import { hashPassword } from '../auth/password.ts'
import { type Database, type Queries, QueryFailed } from '../db/database.ts'
import { migrateIn } from '../db/migrate.ts'
import { storeCustomers } from '../db/store-customers.ts'
import { ImportFailure, type ImportLine, ImportProblem, parseImportLine } from './import-line.ts'

// A batch is as large as one statement should be, whether customers are many or huge.
const BATCH_CHARACTERS = 1_000_000
const BATCH_CUSTOMERS = 500

export type ImportCounts = { dealers: number; users: number; services: number; customers: number }

type Options = {
  /** Called after each batch of customers. */
  onProgress?: (counts: ImportCounts, line: number) => void
  /** Told of each account that was added or changed, in the same transaction: what is not recorded is not done. */
  onAccount?: (tx: Queries, what: string) => Promise<void>
  /** What hashing a password costs; only tests take less than the default. */
  passwordCost?: number
}

type Lines = AsyncIterable<string> | Iterable<string>

/**
 * Loads dealers, staff, service accounts and customers in one transaction, line by line.
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
  { onProgress = () => {}, onAccount = () => Promise.resolve(), passwordCost }: Options,
): Promise<ImportCounts> {
  const loader = await startLoader(tx, passwordCost, (what) => onAccount(tx, what))
  let number = 0
  for await (const text of lines) {
    number += 1
    if (text.trim() === '') continue
    try {
      const isBatchDone = await loader.add(parseImportLine(text), number)
      if (isBatchDone) onProgress(loader.counts, number)
    } catch (error) {
      throw failureOf(error, number)
    }
  }
  await loader.finish()
  return loader.counts
}

/** Whatever went wrong with a line, as whoever wrote the file can act on it; a fault of this program as it is. */
function failureOf(error: unknown, line: number): unknown {
  if (error instanceof ImportProblem) return new ImportFailure(line, error.message)
  if (error instanceof QueryFailed) return new ImportFailure(line, refusalText(error))
  return error
}

/** Why the database did not do what an import asked of it, in words. */
export function refusalText(error: QueryFailed): string {
  if (error.code === '53100') return 'the disk of the database is full; make room'
  switch (error.code) {
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

async function startLoader(tx: Queries, passwordCost: number | undefined, onAccount: (what: string) => Promise<void>) {
  const dealerRows = await tx.query<{ uuid: string; id: string }>('select uuid, id::text from dealers', [])
  const dealerIds = new Map(dealerRows.map((row) => [row.uuid, row.id]))
  const knownIds = new Set(dealerIds.values())
  const counts: ImportCounts = { dealers: 0, users: 0, services: 0, customers: 0 }
  // By customer: when a file holds one twice, the later line counts.
  let batch = new Map<string, Waiting>()
  let batchCharacters = 0

  const storeBatch = async () => {
    const waiting = [...batch.values()]
    batch = new Map()
    batchCharacters = 0
    if (waiting.length > 0) await storeEach(tx, waiting)
  }
  const checkDealers = (uuids: readonly string[]) => {
    const unknown = uuids.find((uuid) => !dealerIds.has(uuid))
    if (unknown !== undefined)
      throw new ImportProblem(`dealerUUIDs names ${unknown}, which is no dealer; dealers come first`)
  }

  return {
    counts,
    /** @returns true when a batch of customers went to the database */
    async add(line: ImportLine, number: number): Promise<boolean> {
      switch (line.type) {
        case 'dealer': {
          const before = dealerIds.get(line.uuid)
          if (before !== undefined && before !== line.id) {
            // Customers that wait were checked against the number that the dealer had.
            await storeBatch()
            knownIds.delete(before)
          }
          await storeDealer(tx, line)
          dealerIds.set(line.uuid, line.id)
          knownIds.add(line.id)
          counts.dealers += 1
          return false
        }
        case 'user':
          checkDealers(line.dealerUUIDs)
          await onAccount(
            [
              await storeUser(tx, line, passwordCost),
              line.manager === true ? 'manager' : '',
              line.password ? 'with a password' : '',
              ...line.dealerUUIDs,
            ]
              .filter((part) => part !== '')
              .join(' '),
          )
          counts.users += 1
          return false
        case 'service':
          checkDealers(line.dealerUUIDs)
          await onAccount(
            `service account ${[await storeProgram(tx, line, passwordCost), ...line.dealerUUIDs].join(' ')}`,
          )
          counts.services += 1
          return false
        case 'customer': {
          if (!knownIds.has(line.dealerId)) {
            throw new ImportProblem(`customerInfo.dealerId is ${line.dealerId}, which is no dealer; dealers come first`)
          }
          batch.set(line.uuid, { line: number, json: line.json })
          batchCharacters += line.json.length
          counts.customers += 1
          const isFull = batch.size >= BATCH_CUSTOMERS || batchCharacters >= BATCH_CHARACTERS
          if (isFull) await storeBatch()
          return isFull
        }
      }
    },
    finish: storeBatch,
  }
}

/** A customer on its way, with the line it came from. */
type Waiting = { line: number; json: string }

/** Stores customers together; when the database does not take them, one by one, so that the line can be named. */
async function storeEach(tx: Queries, waiting: readonly Waiting[]): Promise<void> {
  await tx.query('savepoint batch')
  try {
    await storeCustomers(
      tx,
      waiting.map(({ json }) => json),
    )
    await tx.query('release savepoint batch')
  } catch (error) {
    const last = waiting.at(-1)?.line ?? 0
    if (!(error instanceof QueryFailed) || error.isTemporary) throw failureOf(error, last)
    await tx.query('rollback to savepoint batch')
    for (const { line, json } of waiting) {
      // oxlint-disable-next-line no-await-in-loop -- the first that is refused is looked for
      await storeCustomers(tx, [json]).catch((refused: unknown) => Promise.reject(failureOf(refused, line)))
    }
  }
}

type Line<T extends ImportLine['type']> = Extract<ImportLine, { type: T }>

async function storeDealer(tx: Queries, line: Line<'dealer'>): Promise<void> {
  const [other] = await tx.query('select 1 from dealers where id = $1::bigint and uuid <> $2', [line.id, line.uuid])
  if (other !== undefined) throw new ImportProblem(`id ${line.id} belongs to another dealer`)
  await tx.query(
    `insert into dealers (uuid, id, name) values ($1, $2::bigint, $3)
     on conflict (uuid) do update set id = excluded.id, name = excluded.name`,
    [line.uuid, line.id, line.name],
  )
}

/** @returns the username as it is kept */
async function storeUser(tx: Queries, line: Line<'user'>, passwordCost: number | undefined): Promise<string> {
  const username = await storedUsername(tx, 'staff', line.username)
  const [other] = await tx.query('select 1 from staff where username = $1 and uuid <> $2', [username, line.uuid])
  if (other !== undefined) throw new ImportProblem(`username ${username} belongs to another person`)
  const passwordHash = line.password ? await hashPassword(line.password, passwordCost) : undefined
  await storeStaff(tx, { ...line, username, isManager: line.manager ?? undefined, passwordHash })
  return username
}

/** @returns the username as it is kept */
async function storeProgram(tx: Queries, line: Line<'service'>, passwordCost: number | undefined): Promise<string> {
  const username = await storedUsername(tx, 'service_accounts', line.username)
  await storeService(tx, { ...line, username, passwordHash: await hashPassword(line.password, passwordCost) })
  return username
}
