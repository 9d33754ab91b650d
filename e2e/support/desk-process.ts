import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { QUICK_COMPILE } from '#src/server/testing/quick-compile.ts'

const START_LIMIT_MS = 120_000

export type DeskProcess = {
  url: string
  /** What it has printed so far, log included. */
  output(): string
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>
  /** Asks it to stop and waits. @returns the exit status */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/**
 * Where a process runs, and as whom; here and as whoever runs the tests, unless said otherwise. `flags` are Node's: without
 * any the embedded database is compiled as in an installation.
 */
export type Place = { cwd?: string; node?: string; uid?: number; gid?: number; flags?: readonly string[] }

/** Starts the built server on a free port and waits until it can answer. */
export async function startDesk(
  dataDir: string,
  env: Record<string, string> = {},
  { node = process.execPath, flags = [QUICK_COMPILE], ...place }: Place = {},
): Promise<DeskProcess> {
  const port = Number(env['PORT'] ?? (await freePort()))
  const child = spawn(node, [...flags, 'dist/server/main.js'], {
    ...place,
    env: { ...bareEnvironment(), TIME_ZONE: 'America/New_York', PORT: String(port), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout.on('data', (data: Buffer) => (text += data.toString()))
  child.stderr.on('data', (data: Buffer) => (text += data.toString()))
  const url = `http://127.0.0.1:${port}`
  await untilReady(url, child, () => text)
  return {
    url,
    output: () => text,
    async kill() {
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
    async stop(signal = 'SIGTERM') {
      const isRunning = child.exitCode === null && child.signalCode === null
      const exit = isRunning ? once(child, 'exit') : undefined
      child.kill(signal)
      await exit
      return child.exitCode
    },
  }
}

export type Ended = { status: number | null; stdout: string; stderr: string }

/** Runs one of the built programs to its end. */
export async function runProgram(
  args: readonly string[],
  env: Record<string, string>,
  input = '',
  place: Place = {},
): Promise<Ended> {
  return startProgram(args, env, place).end(input)
}

/** Starts one of the built programs, which reads what it is sent. */
export function startProgram(
  args: readonly string[],
  env: Record<string, string>,
  { node = process.execPath, flags = [QUICK_COMPILE], ...place }: Place = {},
) {
  const child = spawn(node, [...flags, ...args], { ...place, env: { ...bareEnvironment(), ...env } })
  const result: Ended = { status: null, stdout: '', stderr: '' }
  child.stdout.on('data', (data: Buffer) => (result.stdout += data.toString()))
  child.stderr.on('data', (data: Buffer) => (result.stderr += data.toString()))
  child.stdin.on('error', () => {})
  const closed = once(child, 'close')
  const ended = async () => {
    await closed
    result.status = child.exitCode
    return result
  }
  return {
    /** Sends text and waits until the program has read all of it but what fits into the pipe. */
    send: (text: string) => new Promise<void>((resolve) => child.stdin.write(text, () => resolve())),
    /** Sends the rest and waits for the end. */
    end(text = ''): Promise<Ended> {
      child.stdin.end(text)
      return ended()
    },
    kill(): Promise<Ended> {
      child.kill('SIGKILL')
      return ended()
    },
  }
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** The product's own settings of whoever runs the tests must not reach what is tested. */
function bareEnvironment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', NODE_ENV: 'production' }
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS
  while (Date.now() < limit) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${output()}`)
    const isReady = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`the server was not ready in time: ${output()}`)
}
