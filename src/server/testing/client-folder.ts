import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { LANGUAGES } from '#src/contract/desk/language.ts'

/**
 * A folder as the build of the app makes it: each language has a page of its own, and the same files beside it.
 * @param body what its page holds
 */
export function clientFolder(body: string, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-client-'))
  for (const language of LANGUAGES) {
    for (const [name, text] of Object.entries({ 'index.html': `<html lang="${language}">${body}</html>`, ...files })) {
      const path = join(folder, language, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
  }
  return folder
}
