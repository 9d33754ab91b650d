/** Runs SQL with `$1` parameters; a row is an object by column name. int8 and numeric must be cast to text. */
export type Queries = {
  query<Row extends object>(sql: string, params?: readonly unknown[]): Promise<Row[]>
}

/** What can be done over one connection. */
export type Unshared = Queries & {
  /** Commits what `work` did, or nothing of it when it throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
}

/** PostgreSQL, embedded or a server: the same SQL either way. */
export type Database = Unshared & {
  /**
   * Does work over a connection of its own, unless another process does some under the same number at this moment.
   * @returns undefined when another one does
   */
  alone<T>(lock: number, work: (db: Unshared) => Promise<T>): Promise<T | undefined>
  /** Its connections at this moment: at work, and at most; and how many callers wait for one. */
  load(): { inUse: number; most: number; waiting: number }
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

  /**
   * The database cannot do it now, and may a moment later: there is no connection (errors of the network and of TLS have no
   * SQLSTATE; class 08), it lacks something (53), is stopping, starting or took too long (57), only reads at the moment (25006),
   * refuses the sign-in (28), or others were in the way (40, 55P03).
   */
  get isTemporary(): boolean {
    return !this.isSqlState || /^(?:08|53|57014|57P|25006|28|40|55P03)/.test(this.code)
  }

  /** Nothing came back, so nothing can be sent over the same connection either. */
  get isConnectionLost(): boolean {
    return !this.isSqlState || /^(?:08|57P)/.test(this.code)
  }

  /** PostgreSQL itself said it; codes of Node's are words such as EPIPE. */
  private get isSqlState(): boolean {
    return /^[0-9A-DF-Z][0-9A-Z]{4}$/.test(this.code)
  }
}

/** The database cannot be opened; the message is one line for the person who starts the server. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
}
