import fc from 'fast-check'
import { expect, test } from 'playwright/test'
import { customerName, initials, personName } from './name.ts'

const names: [fname: string | null, lname: string | null, shown: string][] = [
  ['Ana', ' Ruiz ', 'Ana Ruiz'],
  ['', 'SMITH,JOHN', 'JOHN SMITH'],
  ['Smith, John', null, 'John Smith'],
  [null, 'DE LA CRUZ , MARIA ELENA', 'MARIA ELENA DE LA CRUZ'],
  ['', 'SMITH, JOHN & JANE', 'JOHN & JANE SMITH'],
  ['', 'Smith, Jr.', 'Smith, Jr.'],
  ['', 'Acme Motors, LLC', 'Acme Motors, LLC'],
  ['', 'Smith, John, Jr.', 'Smith, John, Jr.'],
  ['', 'SMITH,', 'SMITH,'],
  ['John', 'Smith, Jr.', 'John Smith, Jr.'],
  ['Null', 'Peters', 'Null Peters'],
  ['.', 'Ruiz', 'Ruiz'],
  ['-', '--', ''],
  ['\u3164', '\u200B\u2060', ''],
  ['\u202EAna', 'Ruiz\u200F', 'Ana Ruiz'],
  ['משה', 'כהן 12', 'משה כהן 12'],
]
for (const [fname, lname, shown] of names) {
  test(`the name ${JSON.stringify([fname, lname])} is ${JSON.stringify(shown)}`, () => {
    expect(personName({ fname, lname })).toBe(shown)
  })
}

test('a customer is called by the person, else the company, else the identifier', () => {
  expect(customerName({ fname: 'Ana', lname: ' Ruiz ', company: 'X' }, 'u1')).toBe('Ana Ruiz')
  expect(customerName({ fname: '', lname: null, company: 'Northbank' }, 'u1')).toBe('Northbank')
  expect(customerName({ fname: '\u3164', lname: '\u200B', company: 'Acme LLC' }, 'u1')).toBe('Acme LLC')
  expect(customerName({ fname: ' ', company: '\u00AD' }, 'u1')).toBe('u1')
})

test('initials come from the first and the last word, in any script', () => {
  expect(initials('Helena Brandt-Osei')).toBe('HO')
  expect(initials(personName({ lname: 'SMITH,JOHN' }))).toBe('JS')
  expect(initials('東京自動車')).toBe('東')
  expect(initials('משה כהן 12')).toBe('מכ')
  expect(initials('1-800 Movers')).toBe('M')
  expect(initials('(?)')).toBe('?')
})

test('a name is made of the letters that were sent, and reading it again changes nothing', () => {
  const letters = (text: string) =>
    Array.from(text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, ''))
      .sort()
      .join('')
  const word = fc.stringMatching(/^[A-Za-zéñ' -]{0,8},?[A-Za-zéñ' -]{0,8}$/)
  fc.assert(
    fc.property(word, word, (fname, lname) => {
      const name = personName({ fname, lname })
      expect(letters(name)).toBe(letters(fname + lname))
      expect(letters(personName({ fname: name }))).toBe(letters(name))
    }),
    { numRuns: 200, seed: 1 },
  )
})
