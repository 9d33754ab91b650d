import type { Database } from '../db/database.ts'
import { parseUserCommand } from '../user/arguments.ts'
import { changeAccount } from '../user/change-account.ts'

/** What `npm run user` does, without its record. @returns what was done, in one sentence */
export async function userCommand(
  db: Database,
  args: readonly string[],
  { password = 'violet kettle drives upstairs', localAccounts = true } = {},
): Promise<string> {
  return changeAccount(db, parseUserCommand(args), {
    readPassword: async () => password,
    record: async () => {},
    localAccounts,
  })
}
