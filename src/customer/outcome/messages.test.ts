import { expect, test } from 'playwright/test'
import { collapseMessages } from './messages.ts'

test('identical messages are put together, none is dropped', () => {
  const [first, second, ...rest] = collapseMessages([
    { title: 'T', text: 'M', code: '1' },
    { title: 'T', text: 'M', code: '1' },
    { title: 'T', text: 'M', code: '2' },
  ])
  expect([first?.count, second?.count, rest.length]).toEqual([2, 1, 0])
})

test('a known title becomes words and stays findable; any other is as it came', () => {
  expect(collapseMessages([{ title: 'NO_CUSTOMER_FOUND', text: 'x', code: '10001' }])[0]).toMatchObject({
    title: 'No customer found',
    code: '10001 · NO_CUSTOMER_FOUND',
  })
  expect(collapseMessages([{ title: '<b>Odd</b>', text: null, code: null }])[0]).toMatchObject({
    title: '<b>Odd</b>',
    code: undefined,
  })
})

test('a message without words says so', () => {
  expect(collapseMessages([{ title: '', text: null, code: '7' }])[0]?.title).toBe(
    'The service reported a problem without a description',
  )
})
