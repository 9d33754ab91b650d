import { fstatSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'

/** The file to import cannot be read; one line that says why. */
export class FileProblem extends Error {
  override name = 'FileProblem'
}

/**
 * Opens a file, or a pipe that has a name, before anything else is done.
 * @param path `-` is standard input
 * @throws FileProblem
 */
export async function openFile(path: string): Promise<Readable> {
  if (path === '-') {
    // Node reads a folder there as nothing.
    if (fstatSync(process.stdin.fd).isDirectory()) throw new FileProblem('Standard input is a folder. Send a file.')
    return process.stdin
  }
  try {
    const file = await open(path)
    if ((await file.stat()).isDirectory()) {
      await file.close()
      throw new FileProblem(`${path} is a folder. Name a file in it.`)
    }
    return file.createReadStream()
  } catch (error) {
    if (error instanceof FileProblem) throw error
    throw new FileProblem(`${path} ${reasonOf((error as NodeJS.ErrnoException).code)}`)
  }
}

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
