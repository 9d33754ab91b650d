import type { Queries } from '../db/database.ts'
import { asNamed, foldUsername, NAMED } from './username.ts'

/** The username of the account that a name means; for a new one the form in which it is kept. */
export async function storedUsername(tx: Queries, table: 'staff' | 'service_accounts', typed: string): Promise<string> {
  const [row] = await tx.query<{ username: string }>(`select username from ${table} where ${NAMED}`, asNamed(typed))
  return row?.username ?? foldUsername(typed)
}

/**
 * Usernames that are the same one when they are folded, each group in words. They were stored before names were folded;
 * both can be used, so whoever runs the installation has to say which is to have another one.
 */
export async function clashingUsernames(db: Queries): Promise<string[]> {
  const rows = await db.query<{ kind: string; username: string }>(
    `select 'person' as kind, username from staff union all select 'service account', username from service_accounts
     order by username`,
    [],
  )
  return rows
    .filter(({ username }) => foldUsername(username) !== username)
    .map(
      ({ kind, username }) =>
        `The ${kind} "${username}" has the same username as "${foldUsername(username)}", but for capitals, blanks or ` +
        'accents, and is only found as written here. Give one of the two another name.',
    )
}

/** A person's or a program's account, as whoever runs the installation sets it up. */
export type StaffAccount = {
  uuid: string
  username: string
  name: string
  dealerUUIDs: readonly string[]
  isManager?: boolean | undefined
  /** Absent: stays as it is, for a new account no. */
  isDisabled?: boolean | undefined
  /** Without one nobody signs in with a password; one that is there stays. */
  passwordHash?: string | undefined
}
export type ServiceAccount = {
  username: string
  passwordHash: string
  dealerUUIDs: readonly string[]
  /** Absent: stays as it is, for a new account no. */
  isDisabled?: boolean | undefined
}

/** Adds or changes a person. Every session of theirs ends: what they may do has changed. */
export async function storeStaff(tx: Queries, account: StaffAccount): Promise<void> {
  await tx.query(
    `insert into staff (uuid, username, name, password_hash, is_manager, is_disabled)
       values ($1, $2, $3, $4, coalesce($5, false), coalesce($6, false))
     on conflict (uuid) do update set username = excluded.username, name = excluded.name,
       password_hash = coalesce(excluded.password_hash, staff.password_hash),
       is_manager = coalesce($5, staff.is_manager), is_disabled = coalesce($6, staff.is_disabled)`,
    [
      account.uuid,
      account.username,
      account.name,
      account.passwordHash ?? null,
      account.isManager ?? null,
      account.isDisabled ?? null,
    ],
  )
  await storeStaffDealers(tx, account.uuid, account.dealerUUIDs)
}

/** Sets the dealers that a person may ask, and ends their sessions. */
export async function storeStaffDealers(tx: Queries, staffUUID: string, dealerUUIDs: readonly string[]): Promise<void> {
  await endSessions(tx, staffUUID)
  await tx.query('delete from staff_dealers where staff_uuid = $1', [staffUUID])
  await tx.query(
    'insert into staff_dealers select $1, dealer from (select distinct unnest($2::text[]) as dealer) named',
    [staffUUID, dealerUUIDs],
  )
}

/** Until the transaction ends nobody else changes the account of a person, and no sign-in of theirs is finished. */
export async function lockAccount(tx: Queries, staffUUID: string): Promise<void> {
  await tx.query('select 1 from staff where uuid = $1 for update', [staffUUID])
}

/**
 * Ends every session of a person, begun sign-ins included, but the one of `keptHash` where there is one. A sign-in takes a
 * lock of the account as well: one that comes at this very moment is either seen here, or sees what has changed.
 */
export async function endSessions(tx: Queries, staffUUID: string, keptHash?: Buffer): Promise<void> {
  await lockAccount(tx, staffUUID)
  await tx.query('delete from sessions where staff_uuid = $1 and ($2::bytea is null or token_hash <> $2)', [
    staffUUID,
    keptHash ?? null,
  ])
  await tx.query('delete from sign_in_steps where staff_uuid = $1', [staffUUID])
}

/** Adds or changes a program's account. */
export async function storeService(tx: Queries, account: ServiceAccount): Promise<void> {
  await tx.query(
    `insert into service_accounts (username, password_hash, is_disabled) values ($1, $2, coalesce($3, false))
     on conflict (username) do update set password_hash = excluded.password_hash,
       is_disabled = coalesce($3, service_accounts.is_disabled)`,
    [account.username, account.passwordHash, account.isDisabled ?? null],
  )
  await storeServiceDealers(tx, account.username, account.dealerUUIDs)
}

export async function storeServiceDealers(
  tx: Queries,
  username: string,
  dealerUUIDs: readonly string[],
): Promise<void> {
  await tx.query('delete from service_account_dealers where username = $1', [username])
  await tx.query(
    'insert into service_account_dealers select $1, dealer from (select distinct unnest($2::text[]) as dealer) named',
    [username, dealerUUIDs],
  )
}
