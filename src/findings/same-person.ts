import * as words from '#words/findings'
import type { SecondaryCustomer } from '#src/contract/customer.ts'
import { entriesOf } from '#src/contract/read-answer.ts'
import { formatList } from '#src/format/list.ts'
import { personName } from '#src/format/name.ts'
import { cleanText, fold } from '#src/format/text.ts'
import { type Examined, type Finding, isStated } from './finding.ts'
import { linkedCustomers } from './linked-customers.ts'

type Person = { name: string; first: string; last: string; key: string; id: string }

/** Linked customers that may be this one, or each other, once more; each with what speaks for it. */
export function samePerson({ answer, customerUUID }: Examined): Finding[] {
  const info = answer.info.state === 'read' ? answer.info.value : {}
  const self = personOf({ ...info, guid: customerUUID, customerId: info.id })
  const others = linkedCustomers(entriesOf(answer.secondaryCustomers), { customerUUID, customerKey: info.customerKey })
    .filter(({ isSelf }) => !isSelf)
    .map(({ customer }) => personOf(customer))
  const people = [self, ...others].filter(({ name }) => name !== '')
  return people.flatMap((a, place) =>
    people.slice(place + 1).flatMap((b): Finding[] => {
      const reasons = likeness(a, b)
      if (reasons.length === 0) return []
      return [
        {
          rule: 'same-person',
          weight: 'identity',
          reason: words.maybeOnePerson({ name: a.name, linked: b.name, reasons: formatList(reasons) }),
          place: { tab: 'info' },
        },
      ]
    }),
  )
}

function personOf({ fname, lname, customerKey, customerId }: SecondaryCustomer): Person {
  const word = (text: string | null | undefined) => fold(cleanText(text)).replace(/[^\p{L}\p{N}]/gu, '')
  return {
    name: personName({ fname, lname }),
    first: word(fname),
    last: word(lname),
    key: cleanText(customerKey),
    id: isStated(customerId) ? customerId : '',
  }
}

/** What two records share; nothing on the last name alone, because families share that. */
function likeness(a: Person, b: Person): string[] {
  const reasons: string[] = []
  if (a.key !== '' && a.key === b.key) reasons.push(words.sameKey())
  if (a.id !== '' && a.id === b.id) reasons.push(words.sameId())
  if (a.first !== '' && a.last !== '') {
    const isLast = a.last === b.last
    if (isLast && a.first === b.first) reasons.push(words.sameName())
    else if (a.first === b.last && a.last === b.first) reasons.push(words.namesSwapped())
    else if (isLast && isNickname(a.first, b.first)) reasons.push(words.nickname())
    else if (isLast && isOneLetterOff(a.first, b.first)) reasons.push(words.firstNameOff())
    else if (a.first === b.first && isOneLetterOff(a.last, b.last)) reasons.push(words.lastNameOff())
  }
  return reasons
}

const NICKNAMES: readonly (readonly string[])[] = [
  ['james', 'jim', 'jimmy', 'jamie'],
  ['william', 'bill', 'billy', 'will'],
  ['robert', 'bob', 'bobby', 'rob'],
  ['richard', 'rick', 'dick', 'rich'],
  ['john', 'jack', 'johnny'],
  ['joseph', 'joe'],
  ['michael', 'mike', 'mickey'],
  ['thomas', 'tom', 'tommy'],
  ['charles', 'charlie', 'chuck'],
  ['elizabeth', 'liz', 'beth', 'betty', 'eliza'],
  ['margaret', 'maggie', 'peggy', 'meg'],
  ['katherine', 'catherine', 'kate', 'kathy', 'cathy', 'katie'],
  ['jennifer', 'jen', 'jenny'],
  ['patricia', 'pat', 'patty', 'tricia'],
  ['daniel', 'dan', 'danny'],
  ['david', 'dave'],
  ['edward', 'ed', 'eddie', 'ted'],
  ['anthony', 'tony'],
  ['steven', 'stephen', 'steve'],
  ['susan', 'sue', 'susie'],
  ['deborah', 'debra', 'deb', 'debbie'],
  ['jose', 'pepe'],
  ['francisco', 'paco', 'pancho'],
]

function isNickname(a: string, b: string): boolean {
  return NICKNAMES.some((names) => names.includes(a) && names.includes(b))
}

/** One letter more, less or other; short names are different names then. */
function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 4 || long.length - short.length > 1 || short === long) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1)
}
