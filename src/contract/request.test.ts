import { expect, test } from 'playwright/test'
import { identifierProblem } from './identifier.ts'
import { CustomerRequest } from './request.ts'
import { isInt64Text } from './scalars.ts'

for (const uuid of [
  'a',
  '0f8fad5b-d9cb-469f-a165-70867728950e',
  'x'.repeat(43),
  'f'.repeat(64),
  'A_-9',
  'x'.repeat(128),
]) {
  test(`an identifier of ${uuid.length} characters is accepted`, () => {
    expect(identifierProblem(uuid)).toBeUndefined()
  })
}

for (const uuid of ['', 'x'.repeat(129), 'a b', 'a/b', '{abc}', 'é', 'a\n', '٣']) {
  test(`"${uuid.slice(0, 8)}" with ${uuid.length} characters is no identifier`, () => {
    expect(identifierProblem(uuid)).toBe('must be 1 to 128 characters of A-Z a-z 0-9 - _')
  })
}

test('int64 ends at its limits', () => {
  expect(['9223372036854775807', '-9223372036854775808', '0'].map(isInt64Text)).toEqual([true, true, true])
  expect(['9223372036854775808', '-9223372036854775809', '1.5', '1e3', ''].map(isInt64Text)).toEqual(
    Array.from({ length: 5 }, () => false),
  )
})

test('a request without dealers is refused', () => {
  expect(CustomerRequest.safeParse({ requesterUserUUID: 'u', dealerUUIDList: [] }).success).toBe(false)
})
