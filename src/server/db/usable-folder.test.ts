import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { DatabaseUnavailable } from './database.ts'
import { unopenedText } from './embedded.ts'
import { folderProblem, usableFolder } from './usable-folder.ts'

let root = ''
test.beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'desk-folder-'))
  writeFileSync(join(root, 'file'), '')
  symlinkSync('loop', join(root, 'loop'))
  symlinkSync('nowhere/at/all', join(root, 'dangling'))
})
test.afterAll(() => rmSync(root, { recursive: true }))

for (const [name, line] of [
  ['file', 'Setting DATA_DIR names a file, or a link that leads nowhere. Name a folder.'],
  ['dangling', 'Setting DATA_DIR names a file, or a link that leads nowhere. Name a folder.'],
  ['loop/below', 'Setting DATA_DIR names a file, or a link that leads nowhere. Name a folder.'],
  ['file/below', 'Setting DATA_DIR names a folder below a file. Name another folder.'],
  ['file/further/below', 'Setting DATA_DIR names a folder below a file. Name another folder.'],
  ['n'.repeat(300), 'Setting DATA_DIR names a folder that cannot be made (ENAMETOOLONG). Name another folder.'],
] as const) {
  test(`DATA_DIR ${name.slice(0, 20)} is refused in one line`, () => {
    expect(() => usableFolder(join(root, name))).toThrow(new DatabaseUnavailable(line))
  })
}

test('a folder is made with those above it, for this user alone', () => {
  const path = usableFolder(join(root, 'a/b/c'))
  expect(statSync(path).mode & 0o777).toBe(0o700)
  expect(usableFolder(path)).toBe(path)
})

// A test that runs as root may write everywhere.
for (const [code, syscall, words] of [
  ['EACCES', 'mkdir', 'may not make. Make it and give it to this user'],
  ['EACCES', 'access', 'may not read and write in, or that holds files of another user'],
  ['EACCES', 'scandir', 'may not read and write in, or that holds files of another user'],
  ['EROFS', 'mkdir', 'on a disk that is read-only'],
  ['EROFS', 'access', 'on a disk that is read-only'],
  ['ENOSPC', 'mkdir', 'on a disk that is full'],
  ['EIO', 'mkdir', 'cannot be used (EIO)'],
] as const) {
  test(`${code} of ${syscall} is said in words`, () => {
    expect(folderProblem({ code, syscall })).toMatch(/^Setting DATA_DIR names a folder [^\n]+\.$/)
    expect(folderProblem({ code, syscall })).toContain(words)
  })
}

test('a full disk is told from a damaged database', () => {
  expect(unopenedText(true, 1000)).toMatch(/^The disk of the data folder is full/)
  expect(unopenedText(false, 1000)).toMatch(/^The disk of the data folder is full/)
  expect(unopenedText(false, 1e9)).toMatch(/^The database in the data folder is damaged/)
  expect(unopenedText(true, 1e9)).toMatch(/^No database can be made in the data folder/)
})
