import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from './desk-process.ts'

export type PostgresServer = {
  /** For DATABASE_URL. */
  url: string
  stop(): Promise<void>
  /** Ends its processes at once, as a crash does. */
  kill(): Promise<void>
  /** Stops its processes without ending them: they say nothing any more. */
  hang(): void
  goOn(): void
  start(): Promise<void>
  /** Stops it for good and takes its files away. */
  remove(): Promise<void>
}

const NOBODY = 65_534
const START_LIMIT_MS = 120_000

/** A real PostgreSQL server with an empty database of its own. @param folder with `initdb` and `postgres` */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  const data = mkdtempSync(join(tmpdir(), 'desk-postgres-'))
  // It refuses to run as root, which a container often is.
  const isRoot = process.getuid?.() === 0
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  if (isRoot) chownSync(data, NOBODY, NOBODY)
  chmodSync(data, 0o700)
  const options = { ...user, cwd: data, stdio: 'ignore' } as const
  execFileSync(join(folder, 'initdb'), ['-D', data, '-U', 'desk', '-A', 'trust', '-E', 'UTF8', '--locale=C'], options)
  const port = await freePort()
  let server: ChildProcess | undefined
  /** The server and those that it made, the server first. */
  const processes = (): number[] => {
    const parent = server?.pid
    if (parent === undefined) return []
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim()
    return [parent, ...children.split(' ').filter(Boolean).map(Number)]
  }
  const self: PostgresServer = {
    url: `postgres://desk@127.0.0.1:${port}/postgres`,
    async start() {
      const started = spawn(
        join(folder, 'postgres'),
        ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', data],
        options,
      )
      server = started
      await untilOpen(self.url, started)
    },
    async stop() {
      const gone = server === undefined ? undefined : once(server, 'exit')
      server?.kill('SIGINT')
      await gone
      server = undefined
    },
    async kill() {
      const gone = server === undefined ? undefined : once(server, 'exit')
      // A server that stands still makes no more processes; one that was missed would keep the next server from starting.
      server?.kill('SIGSTOP')
      const all = processes()
      for (const pid of all) process.kill(pid, 'SIGKILL')
      await gone
      server = undefined
      await untilGone(all)
    },
    hang() {
      for (const pid of processes()) process.kill(pid, 'SIGSTOP')
    },
    goOn() {
      for (const pid of processes()) process.kill(pid, 'SIGCONT')
    },
    async remove() {
      await self.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
  await self.start()
  return self
}

/** A server listens before it takes connections. */
async function untilOpen(url: string, server: ChildProcess): Promise<void> {
  const end = Date.now() + START_LIMIT_MS
  const isOpen = async () => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    return client
      .connect()
      .then(() => true)
      .catch(() => false)
      .finally(() => client.end())
  }
  // oxlint-disable-next-line no-await-in-loop -- asked until it answers
  while (!(await isOpen())) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`)
    if (Date.now() > end) throw new Error('PostgreSQL did not start')
    // oxlint-disable-next-line no-await-in-loop -- as above
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Nobody waits for the processes of a server that was killed: they go a moment later. */
async function untilGone(pids: readonly number[]): Promise<void> {
  const isThere = (pid: number) => {
    try {
      // Who has ended and is only still listed holds nothing.
      return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    } catch {
      return false
    }
  }
  // oxlint-disable-next-line no-await-in-loop -- asked until they are gone
  while (pids.some(isThere)) await new Promise((resolve) => setTimeout(resolve, 10))
}
