import { parseArgs } from 'node:util'
import { usernameProblem } from '../auth/username.ts'

const USAGE = `Usage: npm run user -- COMMAND USERNAME …

  add USERNAME [--name "FULL NAME"] [--dealer UUID …] [--manager] [--uuid UUID]
  password USERNAME                     sets a new password
  disable USERNAME | enable USERNAME    ends or gives back access
  dealers USERNAME --dealer UUID …      sets which dealers the account may ask
  role USERNAME manager|staff           managers read the audit record
  reset-factor USERNAME                 takes passkeys, authenticator apps and recovery codes away
  disable-unused --days DAYS [--dry-run]  ends the access of people who did not use it for so long
  list                                  every account, without passwords

Add --service for the account of a program. A dealer may also be named by its number.
The password is asked for, or read from standard input; it is never an argument.`

const COMMANDS = [
  'add',
  'password',
  'disable',
  'enable',
  'dealers',
  'role',
  'reset-factor',
  'disable-unused',
  'list',
] as const

/** Nobody loses access over a holiday. */
const LEAST_DAYS = 30

export type UserCommand = {
  command: (typeof COMMANDS)[number]
  /** As it was typed. */
  username: string
  role: 'manager' | 'staff' | undefined
  name: string | undefined
  uuid: string | undefined
  dealers: string[]
  isManager: boolean
  isService: boolean
  /** For how long unused access is let be. */
  days: number | undefined
  isDryRun: boolean
}

/** A command line that cannot be followed; the message says why. */
export class UsageProblem extends Error {
  override name = 'UsageProblem'
}

/** @throws UsageProblem */
export function parseUserCommand(args: readonly string[]): UserCommand {
  const { values, positionals } = parse(args)
  const [command, username = '', role, ...more] = positionals
  const known = COMMANDS.find((name) => name === command)
  if (known === undefined)
    throw new UsageProblem(command === undefined ? USAGE : `There is no command ${command}.\n\n${USAGE}`)
  const problem = known === 'list' || known === 'disable-unused' ? undefined : usernameProblem(username)
  if (problem !== undefined) throw new UsageProblem(`USERNAME ${problem}.`)
  const isRole = role === 'manager' || role === 'staff'
  if (more.length > 0 || (role !== undefined && known !== 'role')) {
    throw new UsageProblem(`There is an argument too many. A password is never an argument.\n\n${USAGE}`)
  }
  if (known === 'role' && !isRole) throw new UsageProblem('The role must be manager or staff.')
  const dealers = (values.dealer ?? []).flatMap((list) => list.split(',')).filter((dealer) => dealer !== '')
  if (known === 'dealers' && dealers.length === 0) throw new UsageProblem('--dealer must name at least one dealer.')
  const days = values.days === undefined ? undefined : Number(values.days)
  if (known === 'disable-unused' && !(Number.isInteger(days) && Number(days) >= LEAST_DAYS)) {
    throw new UsageProblem(`--days must be a whole number, and ${LEAST_DAYS} at least.`)
  }
  return {
    command: known,
    username,
    role: isRole ? role : undefined,
    name: values.name?.trim() || undefined,
    uuid: values.uuid,
    dealers,
    isManager: values.manager === true,
    isService: values.service === true,
    days,
    isDryRun: values['dry-run'] === true,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        uuid: { type: 'string' },
        dealer: { type: 'string', multiple: true },
        manager: { type: 'boolean' },
        service: { type: 'boolean' },
        days: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new UsageProblem(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
}
