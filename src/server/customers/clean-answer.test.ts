import { expect, test } from 'playwright/test'
import { parseExact, printExact } from '#src/contract/exact-json.ts'
import { fullRecord } from '#src/contract/full-record.ts'
import { cleanAnswer, cleanMessages } from './clean-answer.ts'
import { maskCards } from './mask-cards.ts'

const scope = {
  customerUUID: 'c',
  askedDealerIds: new Set(['17']),
  knownDealerIds: async () => new Set(['17', '18']),
  hideSecrets: (text: string) => text.replaceAll('hunter2', '••••'),
}
const clean = async (text: string): Promise<string> => {
  const answer = await cleanAnswer(text, scope)
  if (answer === undefined) throw new Error('no object')
  return answer.json
}

test('a full record passes unchanged', async () => {
  const { body } = fullRecord({
    'customerInfo.uuid': scope.customerUUID,
    'dealerOrderInfoList.dealer_id': 17,
    'dealerOrderInfoList.transactions.ccNumber': '4242',
  })
  expect(printExact(parseExact(await clean(printExact(body))))).toBe(printExact(body))
})

test('numbers go on digit for digit', async () => {
  const numbers = [
    '9007199254740993',
    '-9223372036854775808',
    '12.10',
    '100.00',
    '1e3',
    '1.50E-2',
    '0',
    '0.0',
    '-0',
    '0.1234567890123456',
    '0.0000001',
    '-0.00000025',
    '-5',
    '3.25',
  ]
  for (const number of numbers) {
    const text = `{"dealerOrderInfoList":[{"order_amount" : ${number} ,"dealerOrder_id":${number}}]}`
    expect(await clean(text)).toContain(`{"order_amount":${number},"dealerOrder_id":${number}}`)
  }
})

test('text that looks like a number, a key or a mark stays text', async () => {
  const description = 'he said \\"id\\":9007199254740993, then 12.10'
  expect(
    await clean(`{"dealerOrderInfoList":[{"description":"${description}","dealerOrder_id":9007199254740993}]}`),
  ).toContain(`"description":"${description}"`)
  expect(await clean('{"customerInfo":{"fname":"\\u0000n5","lname":"x\\\\\\\\","id":9007199254740993}}')).toBe(
    '{"customerInfo":{"fname":"\\u0000n5","lname":"x\\\\\\\\","id":9007199254740993}}',
  )
})

test('what the contract does not know is not passed on', async () => {
  const text =
    '{"debug":1,"customerInfo":{"fname":"A","ssn":"000","__proto__":{"x":1},"vehicles":[{"vin":"V","owner":{}}]}}'
  expect(await clean(text)).toBe('{"customerInfo":{"fname":"A","vehicles":[{"vin":"V"}]}}')
})

test('what stands where something else belongs is kept odd, without its content', async () => {
  expect(
    await clean('{"customerInfo":{"fname":{"deep":"x"},"vehicles":{"vin":"V"},"lname":5},"addressList":"none"}'),
  ).toBe('{"customerInfo":{"fname":{},"vehicles":{"vin":"V"},"lname":5},"addressList":""}')
  expect(
    await clean('{"customerInfo":"<html>","dealerOrderInfoList":[{"transactions":"4111111111111111"},"secret",12345]}'),
  ).toBe('{"customerInfo":"","dealerOrderInfoList":[{"transactions":""},"",0]}')
})

const cards: [sent: string, kept: string][] = [
  ['"4111111111111111"', '"1111"'],
  ['"4111 1111 1111 1111"', '"1111"'],
  ['"4111-1111-1111-1111"', '"1111"'],
  ['4111111111111111', '"1111"'],
  ['"XXXXXXXXXXXX1111"', '"1111"'],
  ['"1111"', '"1111"'],
  ['""', '""'],
  ['null', 'null'],
  ['["4111111111111111"]', '[]'],
]
for (const [sent, kept] of cards) {
  test(`the card number ${sent} becomes ${kept}`, async () => {
    const json = await clean(`{"dealerOrderInfoList":[{"transactions":[{"cc\\u004eumber":${sent}}]}]}`)
    expect(json).toBe(`{"dealerOrderInfoList":[{"transactions":[{"ccNumber":${kept}}]}]}`)
  })
}

test('card numbers in free text are cut, other long numbers stay', async () => {
  expect(maskCards('paid with 4111 1111 1111 1111.')).toBe('paid with •••• 1111.')
  expect(maskCards('5500-0000-0000-0004 and 340000000000009')).toBe('•••• 0004 and •••• 0009')
  expect(maskCards('order 4111111111111112, phone +1 614 555 0117')).toBe(
    'order 4111111111111112, phone +1 614 555 0117',
  )
  for (const [sent, kept] of [
    ['4111 1111 1111 1111 12/26', '•••• 1111 12/26'],
    ['4111-1111-1111-1111-123', '•••• 1111-123'],
    ['1 4111 1111 1111 1111', '1 •••• 1111'],
    ['2026-07-01 4111111111111111', '2026-07-01 •••• 1111'],
    ['4111111111111111 100.00', '•••• 1111 100.00'],
    ['4111\u00a01111\u00a01111\u00a01111', '•••• 1111'],
    ['4111  1111  1111  1111', '•••• 1111'],
    ['4111/1111_1111.1111', '•••• 1111'],
    ['PAN4111111111111111USD', 'PAN•••• 1111USD'],
    ['4111111111111111 and 5500000000000004', '•••• 1111 and •••• 0004'],
    ['411111******1111', '•••• 1111'],
    ['4111 11XX XXXX 1111', '•••• 1111'],
    ['4222222222222', '•••• 2222'],
    ['4000000000000000006', '•••• 0006'],
    ['call 614-555-0117 or 614-555-0118', 'call 614-555-0117 or 614-555-0118'],
    ['tyres 225/45R17, 12xx3456', 'tyres 225/45R17, 12xx3456'],
    ['2026-07-01 2026-07-02', '2026-07-01 2026-07-02'],
  ] as const) {
    expect(maskCards(sent)).toBe(kept)
  }
  expect(
    await clean('{"dealerOrderInfoList":[{"description":"4111111111111111","order_number":"4111111111111111"}]}'),
  ).toContain('"description":"•••• 1111","order_number":"4111111111111111"')
})

test('a card number is cut wherever it stands for something else, and long numbers of their own stay', async () => {
  expect(
    await clean(
      '{"customerInfo":{"fname":4111111111111111,"id":4111111111111111,"communications":[{"commValue":"4111 1111 1111 1111"},{"commValue":"+340000000000009"}]},"dealerOrderInfoList":[{"order_amount":"4111111111111111","dealerOrder_id":"4111111111111111","dealerOrder_uuid":"4111111111111111"}],"addressListV2":[{"isValid":"4111111111111111","type":"4111-1111-1111-1111","updateTS":"4111111111111111"}]}',
    ),
  ).toBe(
    '{"customerInfo":{"fname":"•••• 1111","id":4111111111111111,"communications":[{"commValue":"•••• 1111"},{"commValue":"+340000000000009"}]},"dealerOrderInfoList":[{"order_amount":"•••• 1111","dealerOrder_id":"4111111111111111","dealerOrder_uuid":"4111111111111111"}],"addressListV2":[{"isValid":"•••• 1111","type":"•••• 1111","updateTS":"•••• 1111"}]}',
  )
})

test('the type of a communication says whether a long number is one to call', async () => {
  const value = async (communication: object) => {
    const answer = await clean(JSON.stringify({ customerInfo: { communications: [communication] } }))
    return (JSON.parse(answer) as { customerInfo: { communications: { commValue: string }[] } }).customerInfo
      .communications[0]?.commValue
  }
  // Two numbers of which the first thirteen digits are a card's by Luhn's rule.
  const two = '415-555-0109 / 415-555-0199'
  expect(maskCards(two)).not.toBe(two)
  for (const commType of ['PHONE', 'Mobile', 'fax', '', null])
    expect(await value({ commType, commValue: two })).toBe(two)
  expect(await value({ commType: 'PHONE', commValue: '4111 1111 1111 1111' })).toBe('•••• 1111')
  expect(await value({ commType: 'MESSENGER', commValue: 'pan 4222222222222' })).toBe('pan •••• 2222')
  expect(await value({ commType: 'EMAIL', commValue: '4111111111111111@example.test' })).toBe('•••• 1111@example.test')
  expect(await clean('{"addressList":[{"phone":"4111111111111111"},{"phone":"310-555-0142,310-555-0199"}]}')).toBe(
    '{"addressList":[{"phone":"•••• 1111"},{"phone":"310-555-0142,310-555-0199"}]}',
  )
})

test('of another customer than the one asked nothing is passed on but who it is', async () => {
  const answer = await cleanAnswer(
    '{"warnings":[{"warningCode":5}],"customerInfo":{"uuid":"other","fname":"Secret"},"dealerOrderInfoList":[{"order_number":"S"}]}',
    scope,
  )
  expect(answer?.holds).toBe('another customer')
  expect(answer?.json).toBe('{"warnings":[{"warningCode":5}],"customerInfo":{"uuid":"other"}}')
  expect((await cleanAnswer('{"customerInfo":{"uuid":"C","fname":"A"}}', scope))?.holds).toBe('the customer')
})

test('a customer of a dealer of this installation that was not asked is left out', async () => {
  const holds = async (dealerId: string) =>
    (await cleanAnswer(`{"customerInfo":{"fname":"A","dealerId":${dealerId}}}`, scope))?.holds
  expect(await Promise.all(['17', '"17 "', '17.0', '99', '0', 'null'].map(holds))).toEqual(
    Array.from({ length: 6 }, () => 'the customer'),
  )
  expect(await holds('18')).toBe('customer of another dealer')
  expect((await cleanAnswer('{"customerInfo":{"dealerId":18,"fname":"Secret"}}', scope))?.json).toBe('{}')
})

test('an answer with nothing in it is told from a customer', async () => {
  const holds = async (text: string) => (await cleanAnswer(text, scope))?.holds
  expect(await holds('{}')).toBe('nothing')
  expect(await holds('{"customerInfo":null,"warnings":[{"warningCode":10001}],"addressList":[]}')).toBe('nothing')
  expect(await holds('{"dealerOrderInfoList":[{"dealer_id":17}]}')).toBe('the customer')
})

test('rows of dealers that were not asked are left out and counted', async () => {
  const answer = await cleanAnswer(
    '{"dealerOrderInfoList":[{"dealer_id":17},{"dealer_id":18},{"dealer_id":"18"},{"dealer_id":0},{},null,{"dealer_id":9007199254740993},{"dealer_id":17.0},{"dealer_id":"17 "},{"dealer_id":[18]},{"dealer_id":{}},{"dealer_id":true}],"addressList":[{"dealerID":18},{"dealerID":99},{"dealerID":17}]}',
    scope,
  )
  expect(answer?.json).toBe(
    '{"dealerOrderInfoList":[{"dealer_id":17},{"dealer_id":0},{},null,{"dealer_id":17.0},{"dealer_id":"17 "}],"addressList":[{"dealerID":99},{"dealerID":17}]}',
  )
  expect(answer?.foreignRows).toBe(7)
})

test('the name for the recents is that of the person, the company or the UUID', async () => {
  expect((await cleanAnswer('{"customerInfo":{"fname":"A","lname":"B"}}', scope))?.name).toBe('A B')
  expect((await cleanAnswer('{"customerInfo":{"fname":5,"company":"C"}}', scope))?.name).toBe('C')
  expect((await cleanAnswer('{}', scope))?.name).toBe('c')
})

const said = (text: string, type = 'application/json') => cleanMessages(text, type, scope.hideSecrets)

test('the messages of a failure lose what the contract does not know', () => {
  expect(said('{"errors":[{"errorCode":5,"stack":"x"},"y"]}')).toEqual({
    errors: [{ errorCode: 5 }, { errorMessage: 'y' }],
    warnings: [],
    holdsErrors: true,
  })
})

test('no card number and no credential comes out of a message, whatever its shape', async () => {
  const card = '4111 1111 1111 1111'
  for (const body of [
    { errors: [`paid with ${card}, key hunter2`] },
    { errors: [{ errorMessage: [card, 'hunter2'] }] },
    { message: card, code: 'hunter2' },
    { errors: [{ errorCode: 4111111111111111, errorTitle: 'hunter2' }] },
    { warnings: [{ warningCode: card, warningMessage: { en: 'hunter2' } }] },
    { fault: { faultstring: `${card} hunter2` } },
    { errors: { [`field ${card}`]: ['hunter2'] } },
  ]) {
    const text = JSON.stringify(body)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const out of [JSON.stringify(said(text)), await clean(text)]) {
      expect(out).not.toMatch(/4111|hunter2/)
      expect(out).toMatch(/1111|••••/)
    }
  }
})

test('a record says in the shape of the contract what went wrong beside it', async () => {
  expect(await clean('{"errors":["boom"],"customerInfo":{"fname":"A"},"message":"fine"}')).toBe(
    '{"errors":[{"errorMessage":"boom"}],"customerInfo":{"fname":"A"}}',
  )
  expect(await clean('{"errors":{"errorCode":12,"errorTitle":"BOOM","errorMessage":["a","b"]},"warnings":[]}')).toBe(
    '{"errors":[{"errorCode":12,"errorTitle":"BOOM","errorMessage":"a. b"}],"warnings":[]}',
  )
  expect(await clean('{"message":"boom","code":"E-77"}')).toBe(
    '{"errors":[{"errorCode":"E-77","errorMessage":"boom"}]}',
  )
})

test('plain text is what the platform says, a page and the insides of a program are not', () => {
  const texts: [text: string, type: string, message: string | undefined][] = [
    ['boom happened', 'text/plain', 'boom happened'],
    ['boom\n happened\u0007', '', 'boom happened'],
    ['[error] boom happened', 'text/plain', '[error] boom happened'],
    ['boom happened', 'application/json', 'boom happened'],
    ['java.lang.Error: boom\n\tat com.example.Main(Main.java:5)', 'text/plain', 'java.lang.Error: boom'],
    [`${'word '.repeat(100)}end`, 'text/plain', `${'word '.repeat(60).trim()} …`],
    ['<html><body>boom</body></html>', 'text/html', undefined],
    ['<fault>boom</fault>', 'text/xml', undefined],
    ['boom <b>happened</b>', 'text/plain', undefined],
    ['{"errors":[{"errorCode":5', 'application/json', undefined],
    ['boom \uFFFD', 'text/plain', undefined],
    ['', 'text/plain', undefined],
  ]
  for (const [text, type, message] of texts) {
    expect(said(text, type).errors).toEqual(message === undefined ? [] : [{ errorMessage: message }])
  }
  expect(said('{"message":"<!DOCTYPE html><p>boom</p>"}').errors).toEqual([
    { errorMessage: 'A web page, which is not shown.' },
  ])
})

test('no mangling of a record makes cleaning throw', async () => {
  const whole = printExact(fullRecord({}).body)
  const wrong: string[] = []
  for (let cut = 0; cut < whole.length; cut += 7) {
    for (const piece of ['null', '{}', '[]', '"', '9007199254740993', '\\']) {
      const text = whole.slice(0, cut) + piece + whole.slice(cut + 5)
      const [answer] = await Promise.allSettled([cleanAnswer(text, scope)])
      const isRight =
        answer.status === 'fulfilled'
          ? isJson(text) && isJson(answer.value?.json ?? '{}')
          : !isJson(text) && answer.reason instanceof SyntaxError
      if (!isRight) wrong.push(`${piece} at ${cut}`)
    }
  }
  expect(wrong).toEqual([])
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
