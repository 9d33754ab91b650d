import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { type Language, LANGUAGES } from '#src/contract/desk/language.ts'
import { acceptedEncoding } from './accepted-encoding.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

type StaticFile = { type: string; isImmutable: boolean; bodies: Map<string, Uint8Array<ArrayBuffer>> }

/** The built app, once for each language: what was in the folder at the start, and nothing that comes later. */
export type StaticFiles = {
  /** index.html in each language, with a mark where each answer's nonce goes. */
  html: Readonly<Record<Language, string>>
  /** Changes with every build that changes the app. */
  version: string
  respond(path: string, acceptEncoding: string): Response | undefined
}

/**
 * Reads the built app into memory. Requests are answered from this list, never from the file system, so
 * no path can reach anything else.
 * @param folder has one for each language; names carry hashes of what they name, so a file that several have is the same one
 */
export function readStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>()
  const pages = LANGUAGES.map(
    (language) => [language, readFileSync(join(folder, language, 'index.html'), 'utf8')] as const,
  )
  for (const [name, path] of LANGUAGES.flatMap((language) => filesIn(join(folder, language)))) {
    const type = TYPES[extname(name)]
    // A name that begins with a dot is nobody's to read.
    if (type === undefined || /\/\./.test(name) || files.has(name)) continue
    const bodies = new Map([['identity', readBytes(path)]])
    for (const [encoding, suffix] of ENCODINGS) {
      if (exists(path + suffix)) bodies.set(encoding, readBytes(path + suffix))
    }
    files.set(name, { type, isImmutable: name.startsWith('/assets/'), bodies })
  }
  // Pages name their scripts and styles by their hashes.
  const version = createHash('sha256').update(JSON.stringify(pages)).digest('base64url').slice(0, 12)
  const html = pages.map(([language, page]) => [language, page.replace('__DESK_VERSION__', version)])
  return {
    html: Object.fromEntries(html) as StaticFiles['html'],
    version,
    respond(path, acceptEncoding) {
      const file = files.get(path)
      if (file === undefined) return undefined
      const encoding = acceptedEncoding(
        acceptEncoding,
        ENCODINGS.map(([name]) => name).filter((name) => file.bodies.has(name)),
      )
      const headers = new Headers({
        'content-type': file.type,
        'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        vary: 'accept-encoding',
      })
      if (encoding !== undefined) headers.set('content-encoding', encoding)
      return new Response(file.bodies.get(encoding ?? 'identity') ?? null, { headers })
    },
  }
}

/** Every file of a folder, by the name that it is asked for with. */
const filesIn = (folder: string): [name: string, path: string][] =>
  Array.from(walk(folder), (path) => [`/${relative(folder, path).split(sep).join('/')}`, path])

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path)
    else if (entry.isFile()) yield path
  }
}

function readBytes(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path))
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}
