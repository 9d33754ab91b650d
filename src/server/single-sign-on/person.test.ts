import { expect, test } from 'playwright/test'
import type { SingleSignOnConfig } from '../config.ts'
import { dealers, type Desk, makeDesk, staff } from '../testing/desk.ts'
import { admit } from './person.ts'

const config: SingleSignOnConfig = {
  issuer: 'https://id.example.test',
  clientId: 'c',
  clientSecret: 's',
  userUUIDClaim: 'sub',
  dealersClaim: 'dealers',
  rolesClaim: 'roles',
  requireMfa: false,
}
const north = dealers.north.uuid

let desk: Desk
test.beforeAll(async () => {
  desk = await makeDesk()
})
test.afterAll(() => desk.db.close())

const come = (claims: Record<string, unknown>, more: Partial<SingleSignOnConfig> = {}) =>
  admit(desk.db, { ...config, ...more }, config.issuer, { sub: 'p1', name: 'Pia', dealers: [north], ...claims })
const dealersOf = async (uuid: string) =>
  (
    await desk.db.query<{ uuid: string }>(
      'select dealer_uuid as uuid from staff_dealers where staff_uuid = $1 order by 1',
      [uuid],
    )
  ).map((row) => row.uuid)

test('a new person has the dealers of the claims that this installation knows, and no password', async () => {
  expect(await come({ sub: 'new', dealers: `${north}, elsewhere` })).toEqual({
    uuid: 'new',
    name: 'Pia',
    changes: ['added'],
  })
  expect(await dealersOf('new')).toEqual([north])
  expect(await desk.signIn('new', '')).toBe('')
})

test('a name that cannot be stored is passed over, one that is too long is cut between characters', async () => {
  expect(await come({ sub: 'odd-1', name: 'Pia\0', email: 'pia@example.test' })).toMatchObject({
    name: 'pia@example.test',
  })
  expect(await come({ sub: 'odd-2', name: `${'x'.repeat(127)}🔑🔑` })).toMatchObject({ name: `${'x'.repeat(127)}🔑` })
})

test('somebody with 520 dealers has them all', async () => {
  const uuids = Array.from({ length: 520 }, (_, n) => `many-${n}`.padEnd(64, 'x'))
  await desk.db.query(
    'insert into dealers (uuid, id, name) select uuid, 7000 + place, uuid from unnest($1::text[]) with ordinality as d (uuid, place)',
    [uuids],
  )
  await come({ sub: 'many', dealers: uuids })
  expect((await dealersOf('many')).toSorted()).toEqual(uuids.toSorted())
  await come({ sub: 'many', dealers: uuids.join(' ') })
  expect(await dealersOf('many')).toHaveLength(520)
})

test('rights follow the claims at the next sign-in, and sessions of before end when they changed', async () => {
  await come({ sub: 'moves', dealers: [north], roles: ['manager'] })
  const token = (await desk.deps.sessions.open('moves')) ?? 'none'
  await come({ sub: 'moves', dealers: [north], roles: ['manager'] })
  expect(await desk.deps.sessions.find(token, false)).toMatchObject({ isManager: true })
  await come({ sub: 'moves', dealers: [dealers.south.uuid] })
  expect(await desk.deps.sessions.find(token, false)).toBeUndefined()
  expect(await dealersOf('moves')).toEqual([dealers.south.uuid])
})

test('somebody with a local account of the same identifier is linked, once', async () => {
  expect(await come({ sub: staff.uuid })).toMatchObject({ uuid: staff.uuid })
  expect(await come({ sub: 'intruder', uuid: staff.uuid }, { userUUIDClaim: 'uuid' })).toMatchObject({
    refusal: 'not-the-same-person',
  })
})

test('a closed account stays closed', async () => {
  await come({ sub: 'leaver' })
  await desk.db.query("update staff set is_disabled = true where uuid = 'leaver'", [])
  expect(await come({ sub: 'leaver' })).toMatchObject({ refusal: 'disabled' })
})

const refusals: [claims: Record<string, unknown>, refusal: string, more?: Partial<SingleSignOnConfig>][] = [
  [{ sub: 'a/b' }, 'no-identifier'],
  [{}, 'no-identifier', { userUUIDClaim: 'employee' }],
  [{ employee: 5 }, 'no-identifier', { userUUIDClaim: 'employee' }],
  [{ dealers: [] }, 'no-dealers'],
  [{ dealers: undefined }, 'no-dealers'],
  [{ dealers: { [north]: true } }, 'no-dealers'],
  [{ dealers: [5, null, 'nowhere'] }, 'no-dealers'],
  [{ employee: 'e9', sub: 'a\0' }, 'no-identifier', { userUUIDClaim: 'employee' }],
  [{ dealers: [`${north}\0`] }, 'no-dealers'],
  [{ amr: ['pwd'] }, 'one-factor', { requireMfa: true }],
  [{}, 'one-factor', { requireMfa: true }],
  // One factor, however strong, is one.
  [{ amr: ['sms'] }, 'one-factor', { requireMfa: true }],
  [{ amr: ['otp', 'hwk'] }, 'one-factor', { requireMfa: true }],
  // The name of a local account that is somebody else's.
  [{ sub: staff.username }, 'not-the-same-person'],
  [{ sub: staff.username.toUpperCase() }, 'not-the-same-person'],
]
for (const [claims, refusal, more] of refusals) {
  test(`claims ${JSON.stringify(claims)} are refused as ${refusal}`, async () => {
    expect(await come(claims, more)).toMatchObject({ refusal })
  })
}

test('a second factor that the provider has seen is enough', async () => {
  expect(await come({ sub: 'mfa', amr: ['pwd', 'otp'] }, { requireMfa: true })).toMatchObject({ uuid: 'mfa' })
})

test('what a sign-in changed about an account is told, for the record', async () => {
  expect(await come({ sub: 'told', roles: ['manager'] })).toMatchObject({ changes: ['added', 'became manager'] })
  expect(await come({ sub: 'told', roles: ['manager'] })).toMatchObject({ changes: [] })
  expect(await come({ sub: 'told', dealers: [dealers.south.uuid] })).toMatchObject({
    changes: ['dealers changed', 'is no manager any more'],
  })
})

test('a person whose identifier changed at the provider is not let in as a second one', async () => {
  await come({ sub: 'renamed', employee: 'e1' }, { userUUIDClaim: 'employee' })
  expect(await come({ sub: 'renamed', employee: 'e2' }, { userUUIDClaim: 'employee' })).toMatchObject({
    refusal: 'not-the-same-person',
  })
})
