import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { productionPackages } from '../../scripts/licences.mjs'
import type { Place } from './desk-process.ts'

const NOBODY = 65_534

export type ProductFolder = {
  /** For whoever runs a program there. */
  place: Place
  /** Every path in it. */
  paths(): string[]
  remove(): void
}

/**
 * What is carried to a server: package.json, the build, and the packages that the lock file says `npm ci --omit=dev` installs, in
 * folders that nobody can write to. Where the tests run as root, another user runs it.
 */
export function productFolder(): ProductFolder {
  const folder = mkdtempSync(join(tmpdir(), 'desk-product-'))
  const packages = productionPackages().flatMap(([, { path }]) =>
    /^node_modules\/(?!.*node_modules\/)/.test(path) ? path : [],
  )
  for (const path of ['package.json', 'package-lock.json', 'dist/client', 'dist/server', ...packages]) {
    if (existsSync(path)) take(path, join(folder, path))
  }
  const isRoot = process.getuid?.() === 0
  const node = join(folder, 'node')
  // Root's own Node may stand where nobody else can read.
  if (isRoot) take(process.execPath, node)
  for (const path of folders(folder)) chmodSync(path, 0o555)
  return {
    place: { cwd: folder, ...(isRoot && { node, uid: NOBODY, gid: NOBODY }) },
    paths: () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted(),
    remove() {
      for (const path of folders(folder)) chmodSync(path, 0o755)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Links the files of a folder, or a file: tens of thousands are quicker linked than copied. */
function take(from: string, to: string): void {
  if (lstatSync(from).isDirectory()) {
    mkdirSync(to, { recursive: true })
    for (const name of readdirSync(from)) take(join(from, name), join(to, name))
    return
  }
  try {
    linkSync(from, to)
  } catch {
    // Another disk, or a file of another user.
    copyFileSync(from, to)
  }
}

/** A folder and all below it. */
function folders(folder: string): string[] {
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [folder, ...below.flatMap(({ name }) => folders(join(folder, name)))]
}
