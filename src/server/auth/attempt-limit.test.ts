import { expect, test } from 'playwright/test'
import { type AttemptLimit, attemptLimit, purgeAttempts } from './attempt-limit.ts'
import { basic, errorOf, FULL, json, makeDesk, staff } from '../testing/desk.ts'
import { emptyDatabase } from '../testing/memory-database.ts'

let tried = 0
/** One wrong password after another is another one. */
const wrong = (limit: AttemptLimit, account: string, address: string) =>
  limit.look({ account, address, credentials: `wrong ${(tried += 1)}` }, () => Promise.resolve(undefined))
const right = (limit: AttemptLimit, account: string, address: string) =>
  limit.look({ account, address, credentials: 'right' }, () => Promise.resolve('right'))

test('ten wrong passwords close an account towards their address, on every process, and only there', async () => {
  const db = await emptyDatabase()
  const processes = [attemptLimit(db, 30), attemptLimit(db, 30)] as const
  for (let tries = 0; tries < 10; tries += 1) {
    await wrong(processes[tries % 2 === 0 ? 0 : 1], 'ana', '203.0.113.1')
  }
  for (const limit of processes) {
    await expect(wrong(limit, 'ana', '203.0.113.1')).rejects.toMatchObject({ status: 429, retryAfterSeconds: 1800 })
    expect(await right(limit, 'ana', '203.0.113.2')).toBe('right')
    expect(await right(limit, 'ben', '203.0.113.1')).toBe('right')
  }
  // The wait is over, and the next wrong one makes a longer one.
  await db.query("update sign_in_attempts set expire = 0 where key like 'accountHere-closed%'", [])
  await wrong(processes[0], 'ana', '203.0.113.1')
  await expect(wrong(processes[0], 'ana', '203.0.113.1')).rejects.toMatchObject({ retryAfterSeconds: 3600 })
  await db.close()
})

test('a hundred wrong passwords close an address for every account', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db, 30)
  for (let tries = 0; tries < 100; tries += 1) {
    await wrong(limit, `person-${tries}`, '203.0.113.1')
  }
  await expect(wrong(limit, 'ana', '203.0.113.1')).rejects.toMatchObject({ status: 429 })
  expect(await right(limit, 'ana', '203.0.113.2')).toBe('right')
  await db.close()
})

test('the right password forgets the wrong ones before it, and counts nowhere itself', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db, 30)
  for (let round = 0; round < 3; round += 1) {
    for (let tries = 0; tries < 9; tries += 1) await wrong(limit, 'ana', '203.0.113.1')
    expect(await right(limit, 'ana', '203.0.113.1')).toBe('right')
  }
  for (let tries = 0; tries < 200; tries += 1) expect(await right(limit, 'ana', '203.0.113.1')).toBe('right')
  await db.close()
})

test('many right passwords at once all get in, and are looked at once', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db, 30)
  let looks = 0
  const attempt = { account: 'ana', address: '203.0.113.1', credentials: 'right' }
  const look = () => Promise.resolve((looks += 1))
  const found = await Promise.all(Array.from({ length: 300 }, () => limit.look(attempt, look)))
  expect([new Set(found), looks]).toEqual([new Set([1]), 1])
  // Beside nine guesses too: the door is not closed yet.
  const guesses = Array.from({ length: 9 }, () => wrong(limit, 'ana', '203.0.113.1'))
  expect(await limit.look(attempt, look)).toBe(2)
  await Promise.all(guesses)
  await db.close()
})

test('many sign-ins and many programs with the right password at once all get in', async () => {
  const desk = await makeDesk()
  const answers = await Promise.all(
    Array.from({ length: 60 }, async (_, n) =>
      n % 2 === 0 ? desk.app.request('/api/session', json('POST', staff)) : desk.lookUp(FULL, { headers: basic() }),
    ),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const cookies = answers.map((answer) => answer.headers.get('set-cookie')).filter((cookie) => cookie !== null)
  expect(new Set(cookies).size).toBe(30)
  expect(await desk.db.query("select 1 from sign_in_attempts where key not like 'known%'", [])).toEqual([])
  await desk.db.close()
})

test('what others try never closes an account where its right password has come from', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db, 30)
  const [home, away] = ['203.0.113.1', '203.0.113.2']
  await right(limit, 'ana', home)
  for (let tries = 0; tries < 101; tries += 1) await wrong(limit, `person-${tries}`, home).catch(() => undefined)
  for (let tries = 0; tries < 101; tries += 1) await wrong(limit, 'ana', `198.51.100.${tries}`).catch(() => undefined)
  expect(await right(limit, 'ana', home)).toBe('right')
  // Elsewhere, and for others there, the doors are closed; and it has no more tries at home than anybody.
  await expect(right(limit, 'ana', away)).rejects.toMatchObject({ status: 429 })
  await expect(right(limit, 'ben', home)).rejects.toMatchObject({ status: 429 })
  for (let tries = 0; tries < 10; tries += 1) await wrong(limit, 'ana', home)
  await expect(right(limit, 'ana', home)).rejects.toMatchObject({ status: 429 })
  await db.close()
})

test('the eleventh wrong password is 429 with the time to wait, and each try is recorded', async () => {
  const desk = await makeDesk()
  const tryOnce = () =>
    desk.app.request('/api/session', json('POST', { username: staff.username, password: `not ${(tried += 1)}` }))
  for (let tries = 0; tries < 10; tries += 1) expect((await tryOnce()).status).toBe(401)
  const refused = await tryOnce()
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('1800')
  expect(await errorOf(refused)).toMatchObject({ errorTitle: 'TOO_MANY_ATTEMPTS' })
  // Not even the right one: otherwise the wait would tell when it was found.
  expect((await desk.app.request('/api/session', json('POST', staff))).status).toBe(429)
  await desk.deps.audit.close()
  const rows = await desk.db.query(
    `select outcome, actor_id, sum(times)::int as times from audit_events where event = 'sign-in'
     group by 1, 2 order by 1`,
    [],
  )
  expect(rows).toEqual([
    { outcome: 'refused', actor_id: staff.uuid, times: 10 },
    { outcome: 'too-many', actor_id: staff.uuid, times: 2 },
  ])
  await desk.db.close()
})

test('many tries at once are no more than ten', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db, 30)
  const many = async () => {
    const tries = await Promise.allSettled(Array.from({ length: 40 }, () => wrong(limit, 'ana', '203.0.113.1')))
    for (const result of tries) if (result.status === 'rejected') expect(result.reason).toMatchObject({ status: 429 })
    return tries.filter(({ status }) => status === 'fulfilled').length
  }
  expect(await many()).toBe(10)
  // When the wait is over there is one more, however many come.
  await db.query("update sign_in_attempts set expire = 0 where key like 'accountHere-closed%'", [])
  expect(await many()).toBe(1)
  await db.close()
})

test('passwords of one account from one address are looked at one after the other, others meanwhile', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db, 30)
  let running = 0
  let most = 0
  const look = async () => {
    most = Math.max(most, (running += 1))
    await new Promise((resolve) => setImmediate(resolve))
    running -= 1
    return undefined
  }
  const guesses = Array.from({ length: 5 }, (_, n) =>
    limit.look({ account: 'ana', address: '203.0.113.1', credentials: String(n) }, look),
  )
  expect(await right(limit, 'ben', '203.0.113.1')).toBe('right')
  await Promise.all(guesses)
  expect(most).toBe(1)
  await db.close()
})

test('a neighbour in the same IPv6 network is the same address, and tries from everywhere tire an account', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db, 30)
  for (let tries = 0; tries < 10; tries += 1) await wrong(limit, 'ana', `2001:db8::${tries}:1`)
  await expect(wrong(limit, 'ana', '2001:db8:0:0:ffff::9')).rejects.toMatchObject({ status: 429 })
  for (let tries = 10; tries < 100; tries += 1) await wrong(limit, 'ana', `203.0.113.${tries}`)
  await expect(wrong(limit, 'ana', '198.51.100.1')).rejects.toMatchObject({ status: 429, retryAfterSeconds: 300 })
  await db.close()
})

test('what was typed as a name is not kept, and what is over goes', async () => {
  const db = await emptyDatabase()
  await wrong(attemptLimit(db, 30), 'my password, typed here', '203.0.113.1')
  expect(JSON.stringify(await db.query('select * from sign_in_attempts', []))).not.toContain('password')
  await purgeAttempts(db, new Date(Date.now() + 25 * 3_600_000))
  expect(await db.query('select 1 from sign_in_attempts', [])).toEqual([])
  await db.close()
})

test('a try whose password was not looked at does not count', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db, 30)
  for (let tries = 0; tries < 20; tries += 1) {
    const attempt = { account: 'ana', address: '203.0.113.1', credentials: 'x' }
    await expect(limit.look(attempt, () => Promise.reject(new Error('busy')))).rejects.toThrow('busy')
  }
  expect(await right(limit, 'ana', '203.0.113.1')).toBe('right')
  await db.close()
})

test('a try that another door refuses closes none for the next one', async () => {
  const db = await emptyDatabase()
  const limit = attemptLimit(db, 30)
  for (let tries = 0; tries < 9; tries += 1) await wrong(limit, 'ana', '203.0.113.1')
  for (let tries = 0; tries < 91; tries += 1) await wrong(limit, 'ana', `198.51.100.${tries}`)
  // The hundredth wrong password has the account rest.
  await expect(wrong(limit, 'ana', '203.0.113.1')).rejects.toMatchObject({ status: 429 })
  await db.query("update sign_in_attempts set expire = 0 where key like 'account-closed%'", [])
  expect(await right(limit, 'ana', '203.0.113.1')).toBe('right')
  await db.close()
})

test('however a name is typed, its wrong passwords count together', async () => {
  const desk = await makeDesk()
  const spellings = ['ana', 'Ana', ' ana ', 'ANA', 'ａｎａ']
  for (let tries = 0; tries < 10; tries += 1) {
    const username = spellings[tries % spellings.length]
    expect((await desk.app.request('/api/session', json('POST', { username, password: `${tries}` }))).status).toBe(401)
  }
  expect((await desk.app.request('/api/session', json('POST', { ...staff, username: 'aNA' }))).status).toBe(429)
  await desk.db.close()
})
