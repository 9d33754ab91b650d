import { expect, test } from 'playwright/test'
import { basic, dealers, type Desk, FULL, makeDesk, staff } from '../testing/desk.ts'
import { userCommand } from '../testing/user-command.ts'

const GOOD = 'violet kettle drives upstairs'

let desk: Desk
test.beforeAll(async () => {
  desk = await makeDesk()
})
test.afterAll(() => desk.db.close())

const run = (args: string[], password = GOOD) => userCommand(desk.db, args, { password })
const problem = (args: string[], password?: string) =>
  run(args, password).then(
    () => 'done',
    (error: Error) => error.message.split('\n')[0],
  )
const session = async (cookie: string) => (await desk.app.request('/api/session', { headers: { cookie } })).status
const signsIn = async (username: string, password: string) => (await desk.signIn(username, password)) !== ''

test('an account that is added can sign in and ask its dealers', async () => {
  await run(['add', 'kim', '--name', 'Kim Field', '--dealer', dealers.north.uuid, '--dealer', '18'])
  const cookie = await desk.signIn('kim', GOOD)
  const {
    user,
    isManager,
    dealers: own,
  } = (await (await desk.app.request('/api/session', { headers: { cookie } })).json()) as {
    user: { name: string }
    isManager: boolean
    dealers: { uuid: string }[]
  }
  expect([user.name, isManager]).toEqual(['Kim Field', false])
  expect(own.map((dealer) => dealer.uuid)).toEqual([dealers.north.uuid, dealers.south.uuid])
})

test('disabling, a new password, other dealers and another role each end every session at once', async () => {
  await run(['add', 'lou', '--dealer', dealers.north.uuid])
  for (const change of [
    ['disable', 'lou'],
    ['password', 'lou'],
    ['dealers', 'lou', '--dealer', '18'],
    ['role', 'lou', 'manager'],
  ]) {
    const cookie = await desk.signIn('lou', GOOD)
    expect(await session(cookie)).toBe(200)
    await run(change)
    expect(await session(cookie), change.join(' ')).toBe(401)
    await run(['enable', 'lou'])
  }
})

test('a disabled account cannot sign in, an enabled one can', async () => {
  await run(['disable', staff.username])
  expect(await signsIn(staff.username, staff.password)).toBe(false)
  await run(['enable', staff.username])
  expect(await signsIn(staff.username, staff.password)).toBe(true)
})

test('a service account is made, changed and closed the same way', async () => {
  await run(['add', 'robot', '--service', '--dealer', dealers.north.uuid])
  expect((await desk.lookUp(FULL, { headers: basic('robot', GOOD) })).status).toBe(200)
  await run(['dealers', 'robot', '--service', '--dealer', dealers.south.uuid])
  expect((await desk.lookUp(FULL, { headers: basic('robot', GOOD) })).status).toBe(401)
  await run(['disable', 'robot', '--service'])
  expect((await desk.lookUp(FULL, { headers: basic('robot', GOOD) })).status).toBe(401)
})

const refusals: [args: string[], says: string, password?: string][] = [
  [[], 'Usage: npm run user -- COMMAND USERNAME …'],
  [['promote', 'ana'], 'There is no command promote.'],
  [['add', ''], 'USERNAME must not be empty.'],
  [['add', ' '], 'USERNAME must not be empty.'],
  [['add', 'x'.repeat(129)], 'USERNAME must have at most 128 characters.'],
  [['add', ' ANA'], `There is an account ${staff.username} already.`],
  [['add', staff.username], `There is an account ${staff.username} already.`],
  [['add', 'x', '--dealer', 'nowhere'], 'There is no dealer nowhere; npm run import loads dealers.'],
  [['add', 'x', '--uuid', 'a/b'], '--uuid must be'],
  [['add', 'x', '--uuid', staff.uuid], '--uuid belongs to another person.'],
  [['password', 'nobody'], 'There is no account nobody.'],
  [['password', staff.username, GOOD], 'There is an argument too many. A password is never an argument.'],
  [['role', staff.username, 'king'], 'The role must be manager or staff.'],
  [['dealers', staff.username], '--dealer must name at least one dealer.'],
  [['add', 'x', '--password', GOOD], "Unknown option '--password'"],
]
for (const [args, says] of refusals) {
  test(`user ${args.join(' ')} is refused: ${says}`, async () => {
    expect(await problem(args)).toContain(says)
  })
}

const passwords: [password: string, says: string][] = [
  ['fourteen chars', 'must have at least 15 characters'],
  ['passwordpassword', 'is too easy to guess'],
  ['P4ssw0rdP4ssw0rd', 'is too easy to guess'],
  ['123456789012345', 'is too easy to guess'],
  ['aaaaaaaaaaaaaaaaaaaa', 'is too easy to guess'],
  ['qwertyuiopasdfgh', 'is too easy to guess'],
  ['x'.repeat(129), 'must have at most 128 characters'],
]
for (const [password, says] of passwords) {
  test(`the password ${password.slice(0, 20)} ${says}`, async () => {
    expect(await problem(['password', staff.username], password)).toContain(says)
    expect(await signsIn(staff.username, staff.password)).toBe(true)
  })
}

test('an account is found however its name is typed, and kept as one', async () => {
  expect(await run(['add', ' Zoe\u0308  Field ', '--dealer', '17'])).toBe('The account zoë field is there.')
  for (const typed of ['ZOË FIELD', 'zoë field', ' zoe\u0308 field', 'Ｚoë\u3000Field']) {
    expect(await signsIn(typed, GOOD)).toBe(true)
    expect(await problem(['add', typed])).toBe('There is an account zoë field already.')
  }
  await run(['disable', 'ZOË FIELD'])
  expect(await signsIn('zoë field', GOOD)).toBe(false)
  await run(['add', 'Robot Two', '--service', '--dealer', dealers.north.uuid])
  expect((await desk.lookUp(FULL, { headers: basic('ROBOT two', GOOD) })).status).toBe(200)
})

test('any characters make a password, up to 128, with capitals and blanks as typed', async () => {
  const long = 'Ünïcode ключ 鍵 🔑 '.repeat(8).slice(0, 120)
  await run(['add', 'uni', '--dealer', '17'], long)
  expect(await signsIn('uni', long)).toBe(true)
  // Keyboards differ in how they write an accent or a blank.
  expect(await signsIn('uni', long.normalize('NFD'))).toBe(true)
  expect(await signsIn('uni', long.replaceAll(' ', '\u00A0'))).toBe(true)
  expect(await signsIn('uni', long.toLowerCase())).toBe(false)
  expect(await signsIn('uni', `${long} `)).toBe(false)
})
