/** Runs SQL with `$1` parameters; a row is an object by column name. int8 and numeric must be cast to text. */
export type Queries = {
  query<Row extends object>(sql: string, params?: readonly unknown[]): Promise<Row[]>
}

/** PostgreSQL, embedded or a server: the same SQL either way. */
export type Database = Queries & {
  /** Commits what `work` did, or nothing of it when it throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  /** Waits for what is running, then lets go of the database. */
  close(): Promise<void>
}

/**
 * A statement that failed. Drivers attach the statement's parameters to their errors, and a log would
 * then hold a customer's data; only the SQLSTATE and the name of the failing routine go on.
 */
export class QueryFailed extends Error {
  override name = 'QueryFailed'
  readonly code: string

  constructor(error: unknown) {
    const { code, routine } = error as { code?: unknown; routine?: unknown }
    super(`SQL failed with ${String(code ?? 'no code')} in ${String(routine ?? 'the driver')}`)
    this.code = String(code ?? '')
  }

  /** The database did not answer at all; classes 08, 53 and 57 of the SQL standard and PostgreSQL. */
  get isConnection(): boolean {
    return /^(?:$|E[A-Z]+$|08|53|57P)/.test(this.code)
  }
}

/** The database cannot be opened; the message is one line for the person who starts the server. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
}
