import { expect, test } from 'playwright/test'
import { clashingUsernames } from '../auth/accounts.ts'
import { importLines } from '../import/import-lines.ts'
import { basic, dealers, type Desk, FULL, makeDesk, staff } from '../testing/desk.ts'
import { foldedUsernames } from './migrations/005-folded-usernames.ts'

const password = 'the same for all of them'
const person = (uuid: string, username: string) =>
  JSON.stringify({ type: 'user', uuid, username, name: uuid, dealerUUIDs: [dealers.north.uuid], password })
const program = (username: string) =>
  JSON.stringify({ type: 'service', username, dealerUUIDs: [dealers.north.uuid], password })

/** A dealership whose usernames were stored as they were typed, before and after the migration. */
async function migrated(): Promise<Desk> {
  const desk = await makeDesk({
    lines: [...[1, 2, 3, 4, 5].map((n) => person(`p${n}`, `p${n}`)), program('s1'), program('s2')],
  })
  for (const [uuid, username] of [
    ['p1', 'Demo'],
    ['p2', 'demo'],
    ['p3', 'Rene\u0301e '],
    ['p4', 'KIM'],
    ['p5', 'Kim'],
  ])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await desk.db.query('update staff set username = $2 where uuid = $1', [uuid, username])
  await desk.db.query("update staff set is_disabled = true where uuid = 'p4'", [])
  await desk.db.query("update service_accounts set username = 'ROBOT' where username = 's1'", [])
  await desk.db.query("update service_accounts set username = 'Robot' where username = 's2'", [])
  await desk.db.transaction(foldedUsernames)
  return desk
}

test('usernames of before are folded; where two become one both stay usable, and are named at each start', async () => {
  const desk = await migrated()
  const whoIs = async (typed: string) => {
    const response = await desk.app.request('/api/session', { headers: { cookie: await desk.signIn(typed, password) } })
    return response.status === 200 ? ((await response.json()) as { user: { uuid: string } }).user.uuid : undefined
  }
  expect(await whoIs('Demo')).toBe('p1')
  expect(await whoIs('demo')).toBe('p2')
  expect(await whoIs(' DEMO ')).toBe('p2')
  expect(await whoIs('RENÉE')).toBe('p3')
  // Of two that were both written otherwise, the one that is not closed has the name.
  expect([await whoIs('Kim'), await whoIs('kim'), await whoIs('KIM')]).toEqual(['p5', 'p5', undefined])
  expect(await desk.signIn()).not.toBe('')
  for (const username of ['ROBOT', 'Robot', 'robot']) {
    expect((await desk.lookUp(FULL, { headers: basic(username, password) })).status).toBe(200)
  }
  expect(await clashingUsernames(desk.db)).toEqual([
    expect.stringContaining('The person "Demo" has the same username as "demo"'),
    expect.stringContaining('The person "KIM" has the same username as "kim"'),
    expect.stringContaining('The service account "Robot" has the same username as "robot"'),
  ])
  await desk.db.close()
})

test('what was imported before can be imported again, and another name ends the clash', async () => {
  const desk = await migrated()
  await importLines(desk.db, [person('p1', 'Demo'), person('p2', 'demo'), person('p3', 'Rene\u0301e ')])
  await expect(importLines(desk.db, [person('p9', 'DEMO')])).rejects.toThrow('username demo belongs to another person')
  await expect(importLines(desk.db, [person('p9', 'Ana ')])).rejects.toThrow(
    `${staff.username} belongs to another person`,
  )
  await importLines(desk.db, [person('p1', 'Demo One'), person('p4', 'kim two'), program('Robot')])
  expect(await clashingUsernames(desk.db)).toEqual([expect.stringContaining('"Robot"')])
  expect(await desk.signIn('demo one', password)).not.toBe('')
  await desk.db.close()
})
