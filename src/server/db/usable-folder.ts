import { accessSync, constants, existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseUnavailable } from './database.ts'

/** Where in the data folder the embedded database keeps its files. */
export const DATABASE_FOLDER = 'postgres'

/**
 * Makes the data folder where there is none, and looks whether this user may read and write the database in it.
 * @returns its path without links
 * @throws DatabaseUnavailable
 */
export function usableFolder(folder: string): string {
  try {
    makeFolder(resolve(folder))
    const path = realpathSync(folder)
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    // Only what the database holds: at the root of a disk there are folders of the system's.
    const files = join(path, DATABASE_FOLDER)
    const names = existsSync(files) ? ['', ...readdirSync(files, { recursive: true, encoding: 'utf8' })] : []
    for (const name of names) accessSync(join(files, name), constants.R_OK | constants.W_OK)
    return path
  } catch (error) {
    throw new DatabaseUnavailable(folderProblem(error as NodeJS.ErrnoException))
  }
}

/** Node's own way to make the folders above as well never ends where the system makes none, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return
  const above = dirname(path)
  if (!existsSync(above)) makeFolder(above)
  mkdirSync(path, { mode: 0o700 })
}

/** Why a folder cannot be used: one line, by the kind of the error. */
export function folderProblem({ code, syscall }: Pick<NodeJS.ErrnoException, 'code' | 'syscall'>): string {
  const isMade = syscall !== 'mkdir'
  switch (code) {
    case 'EEXIST':
      return 'Setting DATA_DIR names a file, or a link that leads nowhere. Name a folder.'
    case 'ENOTDIR':
      return 'Setting DATA_DIR names a folder below a file. Name another folder.'
    case 'EACCES':
    case 'EPERM':
      return isMade
        ? 'Setting DATA_DIR names a folder that this user may not read and write in, or that holds files of another user. Give this user the folder and all in it, or name another folder.'
        : 'Setting DATA_DIR names a folder that this user may not make. Make it and give it to this user, or name another folder.'
    case 'EROFS':
      return 'Setting DATA_DIR names a folder on a disk that is read-only. Name another folder.'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'Setting DATA_DIR names a folder on a disk that is full. Make room, or name another folder.'
    case 'ENOENT':
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return `Setting DATA_DIR names a folder that cannot be made (${code}). Name another folder.`
    default:
      return `Setting DATA_DIR names a folder that cannot be used (${code ?? 'no code'}). Name another folder.`
  }
}
