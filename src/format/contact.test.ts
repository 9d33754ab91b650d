import { expect, test } from 'playwright/test'
import { type ContactKind, contactKind, isFiller } from './contact.ts'

const kinds: [type: string | null, label: string | null, value: string, kind: ContactKind][] = [
  ['PHONE', null, 'x', 'phone'],
  [null, null, '+13105550142', 'phone'],
  [null, 'home', '310-555-0142 x204', 'phone'],
  [null, null, '3105550142,3105550199', 'phone'],
  [null, null, '\u202A310-555-0142\u202C', 'phone'],
  ['CONTACT', null, 'a@example.com', 'e-mail'],
  ['PHONE', 'home', 'a＠example.com', 'e-mail'],
  ['EMAIL', 'fax', 'none', 'e-mail'],
  ['FAX', 'fax', '310-555-0101', 'fax'],
  ['PHONE', 'Fax', '310-555-0102', 'fax'],
  ['FAX MACHINE', null, '555', 'fax'],
  ['PHONE', 'Work (fax)', '310-555-0102', 'fax'],
  ['PIGEON', null, 'loft 3', 'other'],
]
for (const [commType, commLabel, commValue, kind] of kinds) {
  test(`${JSON.stringify(commValue)} of type ${commType} and label ${commLabel} is ${kind}`, () => {
    expect(contactKind({ commType, commLabel, commValue })).toBe(kind)
  })
}

const fillers: [kind: ContactKind, value: string, isFiller: boolean][] = [
  ['phone', '999-999-9999', true],
  ['phone', '000-000-0000', true],
  ['phone', '(111) 111-1111', true],
  ['phone', '+1 999 999 9999', true],
  ['phone', '310-000-0000', true],
  ['phone', '1234567890', true],
  ['phone', '123-4567', true],
  ['phone', '0', false],
  ['phone', '000', true],
  ['phone', 'N/A', true],
  ['phone', 'none', true],
  ['phone', 'No phone', true],
  ['phone', '310-555-0142', false],
  ['phone', '310-555-5555', false],
  ['fax', '000-0000', true],
  ['e-mail', 'NOEMAIL@NOEMAIL.COM', true],
  ['e-mail', 'none@none.com', true],
  ['e-mail', 'no-email@dealer.example', true],
  ['e-mail', 'no_email@gmail.com', true],
  ['e-mail', 'declined@dealer.example', true],
  ['e-mail', 'na@na.com', true],
  ['e-mail', 'x@x.com', true],
  ['e-mail', 'test@test.com', true],
  ['e-mail', 'a@a.com', true],
  ['e-mail', 'n/a', true],
  ['e-mail', 'declined', true],
  ['e-mail', 'na@dealer.example', false],
  ['e-mail', 'noel@none-such.example', false],
  ['e-mail', 'nonehill@dealer.example', false],
  ['e-mail', 'ana@ana.example', false],
  ['e-mail', 'xavier@x.com', false],
]
for (const [kind, value, is] of fillers) {
  test(`the ${kind} ${value} ${is ? 'only fills the field' : 'may reach somebody'}`, () => {
    expect(isFiller(kind, value)).toBe(is)
  })
}
