import { expect, test } from 'playwright/test'
import { wordsOf } from '../language.ts'
import { decodeText } from './decode-text.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

const read: [what: string, bytes: Buffer, contentType: string, text: string][] = [
  ['UTF-8 without a name', Buffer.from('{"a":"Zoë"}'), 'application/json', '{"a":"Zoë"}'],
  ['UTF-8', Buffer.from('Zoë €'), 'application/json; charset=UTF-8', 'Zoë €'],
  ['quoted', Buffer.from('Zoë'), 'application/json;charset="utf-8"', 'Zoë'],
  ['Latin 1', latin('Zoë Müller'), 'application/json; charset=iso-8859-1', 'Zoë Müller'],
  ['Latin 1, shouted', latin('Zoë'), 'APPLICATION/JSON; CHARSET=ISO-8859-1', 'Zoë'],
  ['Windows', Buffer.from([0x80, 0x92, 0xe9]), 'application/json; charset=windows-1252', '€’é'],
  ['Latin 9', Buffer.from([0xa4]), 'application/json; charset=iso-8859-15', '€'],
  ['UTF-16', utf16('\uFEFFZoë'), 'application/json; charset=utf-16', '\uFEFFZoë'],
  ['UTF-16, little end first', utf16('Zoë'), 'application/json; charset=utf-16le', 'Zoë'],
  ['UTF-16, big end first', utf16('\uFEFFZoë').swap16(), 'application/json; charset=utf-16', '\uFEFFZoë'],
  ['UTF-16 without a name', utf16('\uFEFFZoë'), 'application/json', '\uFEFFZoë'],
  ['UTF-8 that is called ASCII', Buffer.from('Zoë'), 'application/json; charset=us-ascii', 'Zoë'],
]
for (const [what, bytes, contentType, text] of read) {
  test(`an answer in ${what} is read letter for letter`, () => {
    expect(decodeText(bytes, contentType)).toEqual({ text })
  })
}

const refused: [bytes: Buffer, contentType: string, problem: string][] = [
  [latin('Zoë'), 'application/json', 'is no valid UTF-8, and names no other encoding'],
  [latin('Zoë'), 'application/json; charset=utf-8', 'is not in the encoding that it names (utf-8)'],
  [latin('Zoë'), 'application/json; charset=us-ascii', 'is not in the encoding that it names (us-ascii)'],
  [latin('{}'), 'application/json; charset=ebcdic-1', 'is in an encoding that Customer Desk does not read (ebcdic-1)'],
  [Buffer.from([0x7b]), 'application/json; charset=utf-16', 'is not in the encoding that it names (utf-16)'],
]
for (const [bytes, contentType, problem] of refused) {
  test(`${contentType} with ${bytes.length} bytes that are something else ${problem}`, () => {
    const decoded = decodeText(bytes, contentType)
    const said = 'problem' in decoded ? decoded.problem(wordsOf('en-US')) : 'nothing'
    expect(said).toBe(`The answer of the dealer platform ${problem}.`)
  })
}
