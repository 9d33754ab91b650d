import { fstatSync, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'

/** The file to import cannot be read; one line that says why. */
export class FileProblem extends Error {
  override name = 'FileProblem'
}

export type OpenFile = {
  stream: Readable & { bytesRead: number }
  /** Its size in bytes; unknown for a pipe. */
  size: number | undefined
}

/**
 * Opens a file, or a pipe that has a name, before anything else is done.
 * @param path `-` is standard input
 * @throws FileProblem
 */
export async function openFile(path: string): Promise<OpenFile> {
  if (path === '-') {
    // Node reads a folder there as nothing.
    const stats = fstatSync(process.stdin.fd)
    if (stats.isDirectory()) throw new FileProblem('Standard input is a folder. Send a file.')
    return { stream: process.stdin, size: sizeOf(stats) }
  }
  try {
    const file = await open(path)
    const stats = await file.stat()
    if (stats.isDirectory()) {
      await file.close()
      throw new FileProblem(`${path} is a folder. Name a file in it.`)
    }
    return { stream: file.createReadStream(), size: sizeOf(stats) }
  } catch (error) {
    if (error instanceof FileProblem) throw error
    throw new FileProblem(`${path} ${reasonOf((error as NodeJS.ErrnoException).code)}`)
  }
}

const sizeOf = (stats: Stats): number | undefined => (stats.isFile() ? stats.size : undefined)

function reasonOf(code: string | undefined): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'is not there. Name the file to import.'
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by this user. Change its rights, or import as another user.'
    default:
      return `cannot be read (${code ?? 'no code'}).`
  }
}
