import { expect, test } from 'playwright/test'
import { parseExact, printExact } from './exact-json.ts'
import { fullRecord } from './full-record.ts'
import { type CustomerAnswer, readAnswer, readProblemMessages } from './read-answer.ts'

function readText(text: string): CustomerAnswer {
  const answer = readAnswer(parseExact(text))
  if (answer === undefined) throw new Error('not an answer')
  return answer
}

test('reads every field of a full record without finding anything odd', () => {
  const { body, leaves } = fullRecord({})
  const answer = readText(printExact(body))
  expect(answer.oddities).toEqual([])
  const text = JSON.stringify(answer)
  for (const leaf of leaves) {
    const sent = leaf.kind === 'boolean' ? 'true' : printExact(leaf.value).replaceAll('"', '')
    expect(text, leaf.path).toContain(sent)
  }
})

test('int64 keeps its digits', () => {
  const answer = readText('{"customerInfo":{"id":9223372036854775807,"dealerId":9007199254740993}}')
  expect(answer.info).toMatchObject({ value: { id: '9223372036854775807', dealerId: '9007199254740993' } })
})

test('tells a list that is missing from one that is empty and one that cannot be read', () => {
  const answer = readText('{"customerInfo":{"vehicles":null,"communications":[]},"addressList":"none"}')
  expect(answer.vehicles.state).toBe('missing')
  expect(answer.orders.state).toBe('missing')
  expect(answer.communications).toEqual({ state: 'read', value: [], skipped: 0 })
  expect(answer.legacyAddresses).toEqual({ state: 'unreadable', reason: 'addressList is text' })
})

test('a section of the wrong type leaves the others alone', () => {
  const answer = readText('{"customerInfo":7,"dealerOrderInfoList":[{"order_number":"RO1"}]}')
  expect(answer.info.state).toBe('unreadable')
  expect(answer.orders).toMatchObject({ state: 'read', value: [{ order_number: 'RO1' }] })
})

test('entries that are no objects are skipped and counted', () => {
  const answer = readText('{"dealerOrderInfoList":[null,{"order_number":"RO1"},5]}')
  expect(answer.orders).toMatchObject({ state: 'read', skipped: 2, value: [{ order_number: 'RO1' }] })
})

test('one object where a list belongs is read as a list of one, and named', () => {
  const answer = readText('{"addressListV2":{"city":"Erie"}}')
  expect(answer.addresses).toMatchObject({ state: 'read', value: [{ city: 'Erie' }] })
  expect(answer.oddities).toEqual([{ path: 'addressListV2', problem: 'one entry where a list belongs' }])
})

test('values of another type are shown where they have a meaning, and named', () => {
  const answer = readText(
    '{"addressListV2":[{"zip":2138,"isValid":"true","isPreferred":2,"type":"WORK","updateTS":{}}],"dealerOrderInfoList":[{"order_amount":"123.45","dealerOrder_id":"007"}]}',
  )
  expect(answer.addresses).toMatchObject({ value: [{ zip: '2138', isValid: true, type: 'WORK' }] })
  expect(answer.orders).toMatchObject({ value: [{ order_amount: '123.45', dealerOrder_id: '007' }] })
  expect(answer.oddities.map((odd) => `${odd.path}: ${odd.problem}`)).toEqual([
    'dealerOrderInfoList[0].dealerOrder_id: number sent as text',
    'dealerOrderInfoList[0].order_amount: number sent as text',
    'addressListV2[0].zip: text sent as a number',
    'addressListV2[0].type: unknown value',
    'addressListV2[0].updateTS: value of a wrong type',
    'addressListV2[0].isValid: yes or no sent as something else',
    'addressListV2[0].isPreferred: value of a wrong type',
  ])
})

for (const text of ['[]', '"text"', '5', 'null', 'true']) {
  test(`${text} is no answer`, () => {
    expect(readAnswer(parseExact(text))).toBeUndefined()
  })
}

test('the messages of a failure are read out of whatever came', () => {
  expect(readProblemMessages({ errors: [{ errorCode: 5, errorTitle: 'T' }, null] })).toEqual({
    errors: [{ errorCode: '5', errorTitle: 'T' }],
    warnings: [],
  })
  expect(readProblemMessages({ message: 'boom happened', code: 'E-77' })).toEqual({
    errors: [{ errorCode: 'E-77', errorMessage: 'boom happened' }],
    warnings: [],
  })
  expect(readProblemMessages(undefined)).toEqual({ errors: [], warnings: [] })
})

test('the messages of a record are read in whatever shape they came, and named as odd where they are none', () => {
  const answer = readText('{"errors":["boom happened",{"code":12}],"warnings":{"warningMessage":["mind","the gap"]}}')
  expect(answer).toMatchObject({
    errors: [{ errorMessage: 'boom happened' }, { errorCode: '12' }],
    warnings: [{ warningMessage: 'mind. the gap' }],
  })
  expect(readText('{"message":"boom happened","code":"E-77"}').errors).toEqual([
    { errorCode: 'E-77', errorMessage: 'boom happened' },
  ])
  expect(readText('{"customerInfo":{},"message":"fine"}').errors).toEqual([])
  expect(readText('{"errors":[null],"warnings":5}').oddities.map(({ path }) => path)).toEqual(['errors[0]', 'warnings'])
})

test('no mangling of a full record makes reading throw or hides the other sections', () => {
  const { body } = fullRecord({})
  const whole = printExact(body)
  const mangled = [null, 5, 'text', true, {}, [], [null], [[]]]
  const paths = [...placesIn(JSON.parse(whole))]
  expect(paths.length).toBeGreaterThan(90)
  for (const path of paths) {
    for (const value of mangled) {
      const copy: unknown = JSON.parse(whole)
      setAt(copy, path, value)
      const answer = readAnswer(copy)
      if (path.length === 0) continue
      expect(answer, path.join('.')).toBeDefined()
      if (path[0] !== 'addressListV2') expect(answer?.addresses.state).toBe('read')
    }
  }
})

function* placesIn(value: unknown, path: string[] = []): Generator<string[]> {
  if (path.length > 0) yield path
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) yield* placesIn(item, [...path, key])
}

function setAt(target: unknown, path: readonly string[], value: unknown): void {
  const holder = path.slice(0, -1).reduce<unknown>((item, key) => (item as Record<string, unknown>)[key], target)
  ;(holder as Record<string, unknown>)[path.at(-1) ?? ''] = value
}
