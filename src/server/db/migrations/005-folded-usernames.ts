import { foldUsername } from '../../auth/username.ts'
import type { Queries } from '../database.ts'

/**
 * Usernames are kept folded. Where several become one, the account that has the folded name already keeps it, else the first
 * that is not closed gets it; the others stay as they are written, and each start says so until they have another name.
 */
export async function foldedUsernames(tx: Queries): Promise<void> {
  await tx.query(`
    alter table service_account_dealers drop constraint service_account_dealers_username_fkey,
      add foreign key (username) references service_accounts on delete cascade on update cascade`)
  for (const table of ['staff', 'service_accounts']) {
    // oxlint-disable-next-line no-await-in-loop -- two tables
    const rows = await tx.query<{ username: string }>(`select username from ${table} order by is_disabled, username`)
    const taken = new Set(rows.map(({ username }) => username))
    const renamed: [before: string, after: string][] = []
    for (const { username } of rows) {
      const folded = foldUsername(username)
      if (folded === '' || taken.has(folded)) continue
      taken.add(folded)
      renamed.push([username, folded])
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    await tx.query(
      `update ${table} set username = renamed.after
       from unnest($1::text[], $2::text[]) as renamed (before, after) where ${table}.username = renamed.before`,
      [renamed.map(([before]) => before), renamed.map(([, after]) => after)],
    )
  }
}
