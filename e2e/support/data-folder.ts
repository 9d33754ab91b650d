import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extraLines } from './extra-customers.ts'
import { runProgram, startDesk } from './desk-process.ts'

/**
 * What a test's own data folder begins with: only the schema, the sample dealership, or that and the customers of the
 * tests. Each is made once for a build and copied from then on: a start on a new folder takes seconds, a copy tenths of one.
 */
type Kind = 'schema' | 'sample' | 'customers'

const TEMPLATES = 'dist/test-data'

/** A folder for DATA_DIR. Whoever takes one removes it. */
export function dataFolder(kind: Kind): string {
  const folder = mkdtempSync(join(tmpdir(), `desk-${kind}-`))
  cpSync(join(TEMPLATES, kind), folder, { recursive: true })
  return folder
}

/** Makes what {@link dataFolder} copies, unless it is as new as the build. */
export async function makeDataFolders(): Promise<void> {
  const isThere = existsSync(TEMPLATES) && statSync(TEMPLATES).mtimeMs > statSync('dist/built').mtimeMs
  if (isThere) return
  rmSync(TEMPLATES, { recursive: true, force: true })
  const making = mkdtempSync(join(tmpdir(), 'desk-test-data-'))
  const [schema, sample, customers] = [join(making, 'schema'), join(making, 'sample'), join(making, 'customers')]
  await check(runProgram(['dist/server/import.js', '-'], { DATA_DIR: schema }, ''))
  cpSync(schema, sample, { recursive: true })
  const desk = await startDesk(sample)
  await desk.stop()
  cpSync(sample, customers, { recursive: true })
  const file = join(making, 'extra.ndjson')
  writeFileSync(file, extraLines.join('\n'))
  await check(runProgram(['dist/server/import.js', file], { DATA_DIR: customers }))
  rmSync(file)
  cpSync(making, `${TEMPLATES}.new`, { recursive: true })
  rmSync(making, { recursive: true, force: true })
  renameSync(`${TEMPLATES}.new`, TEMPLATES)
}

async function check(program: ReturnType<typeof runProgram>): Promise<void> {
  const { status, stdout, stderr } = await program
  if (status !== 0) throw new Error(`the data of the tests could not be made: ${stdout}${stderr}`)
}
