import { parseArgs } from 'node:util'
import { usernameProblem } from '../auth/username.ts'

const USAGE = `Usage: npm run user -- COMMAND USERNAME …

  add USERNAME [--name "FULL NAME"] [--dealer UUID …] [--manager] [--uuid UUID]
  password USERNAME                     sets a new password
  disable USERNAME | enable USERNAME    ends or gives back access
  dealers USERNAME --dealer UUID …      sets which dealers the account may ask
  role USERNAME manager|staff           managers read the audit record
  reset-factor USERNAME                 takes passkeys, authenticator apps and recovery codes away
  list                                  every account, without passwords

Add --service for the account of a program. A dealer may also be named by its number.
The password is asked for, or read from standard input; it is never an argument.`

const COMMANDS = ['add', 'password', 'disable', 'enable', 'dealers', 'role', 'reset-factor', 'list'] as const

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
  const problem = known === 'list' ? undefined : usernameProblem(username)
  if (problem !== undefined) throw new UsageProblem(`USERNAME ${problem}.`)
  const isRole = role === 'manager' || role === 'staff'
  if (more.length > 0 || (role !== undefined && known !== 'role')) {
    throw new UsageProblem(`There is an argument too many. A password is never an argument.\n\n${USAGE}`)
  }
  if (known === 'role' && !isRole) throw new UsageProblem('The role must be manager or staff.')
  const dealers = (values.dealer ?? []).flatMap((list) => list.split(',')).filter((dealer) => dealer !== '')
  if (known === 'dealers' && dealers.length === 0) throw new UsageProblem('--dealer must name at least one dealer.')
  return {
    command: known,
    username,
    role: isRole ? role : undefined,
    name: values.name?.trim() || undefined,
    uuid: values.uuid,
    dealers,
    isManager: values.manager === true,
    isService: values.service === true,
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
      },
    })
  } catch (error) {
    throw new UsageProblem(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
}
