import { expect, test } from 'playwright/test'
import { parseExact } from './exact-json.ts'
import { contractMessages, problemMessages } from './sent-messages.ts'

const boom = { errorMessage: 'boom happened' }
const whole = { errorCode: 12, errorTitle: 'BOOM', errorMessage: 'boom happened' }

const refusals: [body: unknown, errors: object[], warnings?: object[]][] = [
  [{ errors: [whole], warnings: [] }, [whole]],
  [{ errors: ['boom happened'] }, [boom]],
  [{ errors: 'boom happened' }, [boom]],
  [{ errors: whole }, [whole]],
  [{ message: 'boom happened', code: 'E-77' }, [{ errorCode: 'E-77', errorMessage: 'boom happened' }]],
  [{ errors: [{ ...whole, errorCode: '12' }] }, [whole]],
  [{ errors: [{ ...whole, errorMessage: ['boom', 'happened'] }] }, [{ ...whole, errorMessage: 'boom. happened' }]],
  [{ errors: [{ code: 12, title: 'BOOM', message: 'boom happened' }] }, [whole]],
  [{ errors: [{ error_code: 12, error_title: 'BOOM', error_message: 'boom happened' }] }, [whole]],
  [{ error: { code: 12, title: 'BOOM', message: 'boom happened' } }, [whole]],
  [{ error: { errors: ['boom happened'] } }, [boom]],
  [{ error: 'boom happened' }, [boom]],
  [{ error: ['boom happened', whole] }, [boom, whole]],
  [{ Error: { Code: '12', Message: 'boom happened' } }, [{ errorCode: 12, errorMessage: 'boom happened' }]],
  [
    { error: 'invalid_token', error_description: 'boom happened' },
    [{ errorTitle: 'invalid_token', errorMessage: 'boom happened' }],
  ],
  [
    { fault: { faultstring: 'boom happened', detail: { errorcode: 'steps.Boom' } } },
    [{ errorCode: 'steps.Boom', errorMessage: 'boom happened' }],
  ],
  [
    { type: 'https://example.test/boom', title: 'BOOM', status: 500, detail: 'boom happened', instance: '/x' },
    [{ errorTitle: 'BOOM', errorMessage: 'boom happened' }],
  ],
  [{ type: 'about:blank', title: 'BOOM', status: 500 }, [{ errorTitle: 'BOOM' }]],
  [
    { timestamp: '2026-01-01T00:00:00Z', status: 500, error: 'BOOM', message: 'boom happened', path: '/x' },
    [{ errorTitle: 'BOOM', errorMessage: 'boom happened' }],
  ],
  [
    { title: 'Not valid', status: 400, errors: { zip: ['is short', 'has letters'], name: ['is empty'] } },
    [
      { errorTitle: 'Not valid' },
      { errorTitle: 'zip', errorMessage: 'is short. has letters' },
      { errorTitle: 'name', errorMessage: 'is empty' },
    ],
  ],
  [{ detail: [{ loc: ['body', 'zip'], msg: 'boom happened', type: 'missing' }] }, [boom]],
  [
    { errors: [{ message: 'boom happened', extensions: { code: 'BOOM' } }] },
    [{ errorCode: 'BOOM', errorMessage: 'boom happened' }],
  ],
  [{ data: { errors: ['boom happened'] } }, [boom]],
  [
    [whole, 'boom happened'],
    [whole, boom],
  ],
  ['boom happened', [boom]],
  [{ status: 'error', message: 'boom happened' }, [boom]],
  [{ code: 'E-77' }, [{ errorCode: 'E-77' }]],
  [{ errors: [null, '', 5, {}] }, [{ errorCode: 5 }, {}]],
  [{ errors: [{ errorMessage: { en: 'boom happened' } }] }, [boom]],
  [{ message: 'boom happened', errors: ['boom happened'] }, [boom]],
  [{ warnings: ['mind the gap'], errors: [] }, [], [{ warningMessage: 'mind the gap' }]],
  [
    { warnings: { warningCode: '5', warningTitle: 'GAP', warningMessage: ['mind', 'the gap'] } },
    [],
    [{ warningCode: 5, warningTitle: 'GAP', warningMessage: 'mind. the gap' }],
  ],
  [{ warning: { code: 5, message: 'mind the gap' } }, [], [{ warningCode: 5, warningMessage: 'mind the gap' }]],
  [{}, []],
  [{ errors: [], warnings: [] }, []],
  [{ status: 500, path: '/x' }, []],
  [[1, 2, 3], []],
  [null, []],
  [true, []],
]
for (const [body, errors, warnings = []] of refusals) {
  test(`the refusal ${JSON.stringify(body)} says what it says`, () => {
    const said = problemMessages(body)
    expect(said).toMatchObject({ errors, warnings })
    expect([said.errors.length, said.warnings.length]).toEqual([errors.length, warnings.length])
  })
}

test('whether a refusal has a list of errors is told', () => {
  const holds = (body: unknown) => problemMessages(body).holdsErrors
  expect([{ errors: ['x'] }, { message: 'x' }, { error: 'x' }, { errors: [] }].map(holds)).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('a long code keeps its digits', () => {
  expect(problemMessages(parseExact('{"errors":[{"errorCode":9223372036854775807}]}')).errors).toEqual([
    { errorCode: '9223372036854775807' },
  ])
})

test("messages in the contract's shape come back untouched", () => {
  for (const sent of [[whole], [], [{ errorCode: null }], [{ ...whole, more: 1 }], [null], undefined, null, 5, true]) {
    expect(contractMessages('errors', sent)).toBe(sent)
  }
})

test('a message that has only some names of the contract is read whole', () => {
  expect(contractMessages('errors', [whole, { errorCode: 12, message: 'boom happened' }])).toEqual([
    whole,
    { errorCode: 12, errorMessage: 'boom happened' },
  ])
})

test('no nesting makes reading throw or run on', () => {
  let deep: unknown = 'boom'
  for (let level = 0; level < 2000; level += 1) deep = level % 2 === 0 ? { error: deep } : [deep]
  expect(problemMessages(deep)).toBeDefined()
  expect(contractMessages('errors', [deep])).toBeDefined()
})
