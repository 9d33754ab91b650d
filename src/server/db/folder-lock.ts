import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { DatabaseUnavailable } from './database.ts'
import { usableFolder } from './usable-folder.ts'

/**
 * Holds a data folder for this process: the embedded database has no lock of its own and silently loses
 * data when two processes open one folder. On Linux an abstract socket is the lock, which the kernel
 * frees when the process dies however it dies; elsewhere a file with the process id.
 * @returns a function that lets go
 * @throws DatabaseUnavailable when it cannot be used, or another process holds it, naming that process
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = usableFolder(folder)
  return process.platform === 'linux' ? lockBySocket(path) : lockByFile(path)
}

async function lockBySocket(path: string): Promise<() => Promise<void>> {
  // Socket names are short, paths are not.
  const name = `\0customer-desk-${createHash('sha256').update(path).digest('hex')}`
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.end(String(process.pid))
  })
  try {
    await listen(server, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw inUse(await askHolder(name))
  }
  server.unref()
  return () => new Promise((resolve) => server.close(() => resolve()))
}

function listen(server: Server, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path: name }, () => resolve())
  })
}

function askHolder(name: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ path: name })
    let pid = ''
    // The holder may be busy; its number is a help, not a must.
    socket.setTimeout(500, () => socket.destroy())
    socket.on('data', (data) => (pid += data.toString()))
    socket.on('error', () => resolve(undefined))
    socket.on('close', () => resolve(/^\d+$/.test(pid) ? pid : undefined))
  })
}

async function lockByFile(path: string): Promise<() => Promise<void>> {
  const file = join(path, 'customer-desk.pid')
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8'))
    if (isAlive(pid)) throw inUse(String(pid))
    rmSync(file, { force: true })
  }
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
  } catch {
    throw inUse(undefined)
  }
  return async () => rmSync(file, { force: true })
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function inUse(pid: string | undefined): DatabaseUnavailable {
  const holder = pid === undefined ? 'another process' : `process ${pid}`
  return new DatabaseUnavailable(
    `The data folder is in use by ${holder}. Stop it first, or name another folder in DATA_DIR.`,
  )
}
