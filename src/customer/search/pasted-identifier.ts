import * as words from '#words/search'
import { IDENTIFIER, identifierProblem } from '#src/contract/identifier.ts'
import {
  type CustomerSearch,
  customerPath,
  parseCustomerSearch,
  sameViewOf,
  type Tab,
  tabs,
} from '#src/customer/look-up/customer-address.ts'
import { cleanText } from '#src/format/text.ts'

/** What a pasted text names: a customer, and where it was a link, the view of it. */
export type PastedCustomer = {
  uuid: string
  /** Of a link; a tab that nobody knows is undefined. What else its query says stays with it. */
  view: { tab: Tab | undefined; query: URLSearchParams } | undefined
}

/** A customer as typed or pasted, or one sentence about what is wrong with it. */
export type PastedIdentifier = PastedCustomer | { problem: string }

/**
 * Finds the customer in what people paste: an identifier with blanks, quotes, a label or hidden marks, or a link as mail
 * programs, chats and scanners rewrite it. Case is kept, because identifiers are opaque.
 */
export function readPastedIdentifier(pasted: string): PastedIdentifier {
  const text = readable(pasted)
  const linked = linkedCustomers(text)
  const [first, ...others] = linked
  if (first !== undefined) {
    return others.every(({ uuid }) => uuid === first.uuid) ? first : { problem: SEVERAL }
  }
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) {
    return { problem: words.linkNamesNone() }
  }
  return readBare(text)
}

const SEVERAL = words.several()

/** The characters of HTML and of mail that stand for others, hyphens of all kinds, nothing that cannot be seen. */
function readable(pasted: string): string {
  const text = pasted.replace(/=\r?\n/g, '').replace(/&(amp|lt|gt|quot|apos|nbsp|#39|#x27);/gi, (_, name: string) => {
    return ENTITIES[name.toLowerCase()] ?? ' '
  })
  return cleanText(text)
    .normalize('NFKC')
    .replace(/\p{Pd}/gu, '-')
    .replaceAll('=3D', '=')
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
}

const CUSTOMER_LINK = /\/customers\/([^/?#\s|]+)(?:\/([^/?#\s|]*))?\/?(?:\?([^#\s|]*))?/g
const AROUND = /^[\s"'“”‘’`´<>{}()[\]*,;:.!?|]+|[\s"'“”‘’`´<>{}()[\]*,;:.!?|]+$/gu
/** A link is wrapped in another's query at most so deep. */
const MAX_WRAPS = 4

/** The customers that the links in a text lead to, whatever they are wrapped in. */
function linkedCustomers(text: string): PastedCustomer[] {
  return text.split(/\s+/).flatMap((word) => linkedCustomer(word))
}

function linkedCustomer(word: string, depth = 0): PastedCustomer[] {
  const inner = wrapped(word)
  const direct = inner === undefined ? [...bare(word).matchAll(CUSTOMER_LINK)] : []
  if (direct.length > 0) return direct.flatMap((match) => customerOf(match))
  const next = inner ?? decoded(bare(word))
  return depth === MAX_WRAPS || next === word ? [] : linkedCustomer(next, depth + 1)
}

/** A scanner's own marks end where its link does (Proofpoint's third version). */
function bare(word: string): string {
  return word.replace(/__;.*$/, '').replace(AROUND, '')
}

function customerOf([, uuid = '', tab = '', query = '']: RegExpMatchArray): PastedCustomer[] {
  const identifier = decoded(uuid).replace(AROUND, '')
  if (!IDENTIFIER.test(identifier)) return []
  const named = tab.replace(AROUND, '')
  return [
    {
      uuid: identifier,
      view: {
        tab: named === '' ? 'info' : tabs.find((name) => name === named),
        query: new URLSearchParams(query.replaceAll('amp;', '')),
      },
    },
  ]
}

/** The link that another one carries in its query: mail scanners, search pages, our own sign-in. */
function wrapped(word: string): string | undefined {
  const [, query] = /^[^?]*\?(.*)$/.exec(bare(word)) ?? []
  if (query === undefined) return undefined
  for (const [name, value] of new URLSearchParams(query)) {
    if (/\/customers\//.test(value) || /%2Fcustomers%2F/i.test(value)) return value
    // Proofpoint's second version writes the signs of an address in its own way.
    if (name === 'u' && /_customers_/.test(value)) return decoded(value.replaceAll('_', '/').replaceAll('-', '%'))
  }
  return undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray percent sign: no encoding at all.
    return text
  }
}

/**
 * The address of what was pasted: a link's own view, with the dealers it names.
 * @param asked of whom and how, where the link does not say
 */
export function pastedPath({ uuid, view }: PastedCustomer, asked: Omit<CustomerSearch, 'customerUUID'>): string {
  if (view === undefined) return customerPath({ ...asked, customerUUID: uuid })
  const { search } = parseCustomerSearch(uuid, view.query)
  return sameViewOf(
    {
      customerUUID: uuid,
      dealers: search.dealers.length > 0 ? search.dealers : asked.dealers,
      excludeOrderType: search.excludeOrderType || asked.excludeOrderType,
    },
    view.tab ?? 'info',
    view.query.toString(),
  )
}

const LABEL = /^(?:customer|client|uuid|guid|id)(?:\s*(?:uuid|guid|id|key|no|number|#))?\s*[:=#]\s*/i
/** The shortest identifier of the platform; shorter words beside others are words. */
const MIN_AMONG_WORDS = 20

/** An identifier by itself, with a label in front, or one among words. */
function readBare(text: string): PastedIdentifier {
  const labelled = text.replace(AROUND, '').replace(LABEL, '').replace(AROUND, '')
  if (labelled === '') return { problem: words.enterUUID() }
  const parts = labelled.split(/[\s,;|]+/).map((word) => word.replace(AROUND, ''))
  const named = [...new Set(parts.filter((word) => IDENTIFIER.test(word) && word.length >= MIN_AMONG_WORDS))]
  const [uuid] = parts.length === 1 ? parts : named.length === 1 ? named : []
  if (uuid === undefined) {
    const areAllIdentifiers = parts.every((word) => IDENTIFIER.test(word) && /[\d_-]/.test(word))
    return {
      problem: areAllIdentifiers || named.length > 1 ? SEVERAL : words.noSpaces(),
    }
  }
  if (identifierProblem(uuid) === undefined) return { uuid, view: undefined }
  return {
    problem: uuid.length > 128 ? words.tooLong({ length: uuid.length }) : words.onlyLetters(),
  }
}
