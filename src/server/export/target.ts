import { constants } from 'node:fs'
import { access, open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What is exported cannot be written; one line that says why. */
export class TargetProblem extends Error {
  override name = 'TargetProblem'
}

/** Where the lines go. */
export type Target = {
  /** @throws TargetProblem, or what `lines` throws; what was written is then taken for no export by anybody */
  write(lines: AsyncIterable<string>): Promise<void>
}

/**
 * Opens the place to write to, before anything is read. A file is new, for this user alone, and has its name only when all
 * of it is on the disk.
 * @param path `-` is standard output
 * @throws TargetProblem
 */
export async function openTarget(path: string): Promise<Target> {
  return path === '-' ? standardOutput() : newFile(path)
}

function standardOutput(): Target {
  const { stdout } = process
  // What breaks is also what the pipeline says.
  stdout.on('error', () => {})
  return {
    async write(lines) {
      try {
        await pipeline(Readable.from(lines), stdout, { end: false })
      } catch (error) {
        // An import at the other end of the pipe reads to the end: this makes it keep nothing.
        if (stdout.writable) stdout.write('This export was broken off.\n')
        throw isSystemError(error)
          ? new TargetProblem(`Standard output cannot be written to: ${reasonOf(error.code)}`)
          : error
      }
    },
  }
}

async function newFile(path: string): Promise<Target> {
  const isThere = await access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
  if (isThere) throw new TargetProblem(`${path} is there already. Name a file that is not.`)
  const part = `${path}.part`
  const told = (error: unknown) =>
    isSystemError(error) ? new TargetProblem(`${path} cannot be written: ${reasonOf(error.code)}`) : error
  try {
    await rm(part, { force: true })
    const file = await open(part, 'wx', 0o600)
    return {
      async write(lines) {
        try {
          await pipeline(Readable.from(lines), file.createWriteStream({ flush: true }))
          await rename(part, path)
        } catch (error) {
          await rm(part, { force: true })
          throw told(error)
        }
      },
    }
  } catch (error) {
    throw told(error)
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

function reasonOf(code: string | undefined): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'the folder is not there.'
    case 'EACCES':
    case 'EPERM':
      return 'this user may not write there.'
    case 'EROFS':
      return 'the disk is read-only.'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full.'
    case 'EPIPE':
      return 'whoever read it has gone.'
    default:
      return `${code ?? 'no code'}.`
  }
}
