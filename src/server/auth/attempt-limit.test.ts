import { expect, test } from 'playwright/test'
import { attemptLimit, purgeAttempts } from './attempt-limit.ts'
import { errorOf, json, makeDesk, staff } from '../testing/desk.ts'
import { emptyDatabase } from '../testing/memory-database.ts'

test('ten wrong passwords close an account towards their address, on every process, and only there', async () => {
  const db = await emptyDatabase()
  const processes = [attemptLimit(db), attemptLimit(db)] as const
  for (let tries = 0; tries < 10; tries += 1) {
    await processes[tries % 2 === 0 ? 0 : 1].begin('ana', '203.0.113.1')
  }
  for (const limit of processes) {
    await expect(limit.begin('ana', '203.0.113.1')).rejects.toMatchObject({ status: 429, retryAfterSeconds: 1800 })
    await (await limit.begin('ana', '203.0.113.2')).succeeded()
    await (await limit.begin('ben', '203.0.113.1')).succeeded()
  }
  // The wait is over, and the next wrong one makes a longer one.
  await db.query("update sign_in_attempts set expire = 0 where key like 'accountHere-closed%'", [])
  await processes[0].begin('ana', '203.0.113.1')
  await expect(processes[0].begin('ana', '203.0.113.1')).rejects.toMatchObject({ retryAfterSeconds: 3600 })
  await db.close()
})

test('a hundred wrong passwords close an address for every account', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db)
  for (let tries = 0; tries < 100; tries += 1) {
    await limit.begin(`person-${tries}`, '203.0.113.1')
  }
  await expect(limit.begin('ana', '203.0.113.1')).rejects.toMatchObject({ status: 429 })
  await (await limit.begin('ana', '203.0.113.2')).succeeded()
  await db.close()
})

test('the right password forgets the wrong ones before it', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db)
  for (let round = 0; round < 3; round += 1) {
    for (let tries = 0; tries < 9; tries += 1) await limit.begin('ana', '203.0.113.1')
    await (await limit.begin('ana', '203.0.113.1')).succeeded()
  }
  await db.close()
})

test('the eleventh wrong password is 429 with the time to wait, and each try is recorded', async () => {
  const desk = await makeDesk()
  const tryOnce = () =>
    desk.app.request('/api/session', json('POST', { username: staff.username, password: 'not the password' }))
  for (let tries = 0; tries < 10; tries += 1) expect((await tryOnce()).status).toBe(401)
  const refused = await tryOnce()
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('1800')
  expect(await errorOf(refused)).toMatchObject({ errorTitle: 'TOO_MANY_ATTEMPTS' })
  // Not even the right one: otherwise the wait would tell when it was found.
  expect((await desk.app.request('/api/session', json('POST', staff))).status).toBe(429)
  const rows = await desk.db.query("select outcome, actor_id from audit_events where event = 'sign-in' order by id", [])
  expect(rows).toEqual([
    ...Array.from({ length: 10 }, () => ({ outcome: 'refused', actor_id: staff.uuid })),
    { outcome: 'too-many', actor_id: staff.uuid },
    { outcome: 'too-many', actor_id: staff.uuid },
  ])
  await desk.db.close()
})

test('many tries at once are no more than ten', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db)
  const tries = await Promise.allSettled(Array.from({ length: 40 }, () => limit.begin('ana', '203.0.113.1')))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  // When the wait is over there is one more, however many come.
  await db.query("update sign_in_attempts set expire = 0 where key like 'accountHere-closed%'", [])
  const later = await Promise.allSettled(Array.from({ length: 40 }, () => limit.begin('ana', '203.0.113.1')))
  expect(later.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await db.close()
})

test('a neighbour in the same IPv6 network is the same address, and tries from everywhere tire an account', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db)
  for (let tries = 0; tries < 10; tries += 1) await limit.begin('ana', `2001:db8::${tries}:1`)
  await expect(limit.begin('ana', '2001:db8:0:0:ffff::9')).rejects.toMatchObject({ status: 429 })
  for (let tries = 10; tries < 100; tries += 1) await limit.begin('ana', `203.0.113.${tries}`)
  await expect(limit.begin('ana', '198.51.100.1')).rejects.toMatchObject({ status: 429, retryAfterSeconds: 300 })
  await db.close()
})

test('what was typed as a name is not kept, and what is over goes', async () => {
  const db = await emptyDatabase()
  await attemptLimit(db).begin('my password, typed here', '203.0.113.1')
  expect(JSON.stringify(await db.query('select * from sign_in_attempts', []))).not.toContain('password')
  await purgeAttempts(db, new Date(Date.now() + 25 * 3_600_000))
  expect(await db.query('select 1 from sign_in_attempts', [])).toEqual([])
  await db.close()
})

test('a try whose password was not looked at does not count', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db)
  for (let tries = 0; tries < 20; tries += 1) {
    const attempt = await limit.begin('ana', '203.0.113.1')
    await expect(attempt.during(Promise.reject(new Error('busy')))).rejects.toThrow('busy')
  }
  await (await limit.begin('ana', '203.0.113.1')).succeeded()
  await db.close()
})

test('a try that another door refuses closes none for the next one', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db)
  for (let tries = 0; tries < 9; tries += 1) await limit.begin('ana', '203.0.113.1')
  for (let tries = 0; tries < 90; tries += 1) await limit.begin('ana', `198.51.100.${tries}`)
  // The hundredth wrong password has the account rest, at the very moment in which another address would be closed out.
  const [hundredth, refused] = await Promise.allSettled([
    limit.begin('ana', '192.0.2.1'),
    limit.begin('ana', '203.0.113.1'),
  ])
  expect([hundredth?.status, refused?.status]).toEqual(['fulfilled', 'rejected'])
  await db.query("update sign_in_attempts set expire = 0 where key like 'account-closed%'", [])
  await (await limit.begin('ana', '203.0.113.1')).succeeded()
  await db.close()
})
