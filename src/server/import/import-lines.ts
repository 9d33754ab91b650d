import { storedUsername, storeService, storeStaff } from '../auth/accounts.ts'
import { hashPassword } from '../auth/password.ts'
import type { Database, Queries } from '../db/database.ts'
import { storeCustomers } from '../db/store-customers.ts'
import { type ImportLine, ImportProblem, parseImportLine } from './import-line.ts'

// A batch is as large as one statement should be, whether customers are many or huge.
const BATCH_CHARACTERS = 1_000_000
const BATCH_CUSTOMERS = 500
/** Longer than any record a person could read; protects the process from a file without line ends. */
const MAX_LINE_CHARACTERS = 64 * 1024 * 1024

export type ImportCounts = { dealers: number; users: number; services: number; customers: number }

/** A bad line: the file's line number and the reason. Nothing of the file has been kept. */
export class ImportFailure extends Error {
  override name = 'ImportFailure'
  constructor(line: number, reason: string) {
    super(`Line ${line}: ${reason}. Nothing was imported.`)
  }
}

type Options = {
  /** Called after each batch of customers. */
  onProgress?: (counts: ImportCounts, line: number) => void
  /** Told of each account that was added or changed, in the same transaction: what is not recorded is not done. */
  onAccount?: (tx: Queries, what: string) => Promise<void>
  /** What hashing a password costs; only tests take less than the default. */
  passwordCost?: number
}

/**
 * Loads dealers, staff, service accounts and customers in one transaction, line by line.
 * @throws ImportFailure for the first bad line
 */
export async function importLines(
  db: Database,
  lines: AsyncIterable<string> | Iterable<string>,
  { onProgress = () => {}, onAccount = () => Promise.resolve(), passwordCost }: Options = {},
): Promise<ImportCounts> {
  return db.transaction(async (tx) => {
    const loader = await startLoader(tx, passwordCost, (what) => onAccount(tx, what))
    let number = 0
    for await (const text of lines) {
      number += 1
      if (text.trim() === '') continue
      try {
        if (text.length > MAX_LINE_CHARACTERS) throw new ImportProblem('is longer than 64 million characters')
        const isBatchDone = await loader.add(parseImportLine(text))
        if (isBatchDone) onProgress(loader.counts, number)
      } catch (error) {
        if (error instanceof ImportProblem) throw new ImportFailure(number, error.message)
        throw error
      }
    }
    await loader.finish()
    return loader.counts
  })
}

async function startLoader(tx: Queries, passwordCost: number | undefined, onAccount: (what: string) => Promise<void>) {
  const dealerRows = await tx.query<{ uuid: string; id: string }>('select uuid, id::text from dealers', [])
  const dealerUUIDs = new Set(dealerRows.map((row) => row.uuid))
  const dealerIds = new Set(dealerRows.map((row) => row.id))
  const counts: ImportCounts = { dealers: 0, users: 0, services: 0, customers: 0 }
  // By customer: when a file holds one twice, the later line counts.
  let batch = new Map<string, string>()
  let batchCharacters = 0

  const storeBatch = async () => {
    if (batch.size > 0) await storeCustomers(tx, [...batch.values()])
    batch = new Map()
    batchCharacters = 0
  }
  const checkDealers = (uuids: readonly string[]) => {
    const unknown = uuids.find((uuid) => !dealerUUIDs.has(uuid))
    if (unknown !== undefined)
      throw new ImportProblem(`dealerUUIDs names ${unknown}, which is no dealer; dealers come first`)
  }

  return {
    counts,
    /** @returns true when a batch of customers went to the database */
    async add(line: ImportLine): Promise<boolean> {
      switch (line.type) {
        case 'dealer':
          await storeDealer(tx, line)
          dealerUUIDs.add(line.uuid)
          dealerIds.add(line.id)
          counts.dealers += 1
          return false
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
          if (!dealerIds.has(line.dealerId)) {
            throw new ImportProblem(`customerInfo.dealerId is ${line.dealerId}, which is no dealer; dealers come first`)
          }
          batch.set(line.uuid, line.json)
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
