import * as words from '#words/record'
import type { CustomerAnswer, Section } from '#src/contract/read-answer.ts'
import type { Tab } from '#src/customer/look-up/customer-address.ts'
import { formatCount } from '#src/format/count.ts'

/** What stands on a tab beside its name, and the same in words. */
type TabCount = { mark: string; words: string }

const NOT_SENT: TabCount = { mark: '–', words: words.notSent() }
const UNREADABLE: TabCount = { mark: '!', words: words.couldNotBeRead() }

/** How many entries are behind a tab; undefined where none can be counted. */
export function countOf(answer: CustomerAnswer, tab: Tab): TabCount | undefined {
  switch (tab) {
    case 'info':
      return answer.info.state === 'read' ? undefined : count([answer.info])
    case 'vehicles':
      return count([answer.vehicles])
    case 'orders':
      return count([answer.orders])
    case 'addresses':
      return count([answer.addresses, answer.legacyAddresses])
    // How many events there are is known when their dates have been read.
    case 'timeline':
      return undefined
  }
}

function count(sections: readonly Section<unknown>[]): TabCount {
  if (sections.some((section) => section.state === 'unreadable')) return UNREADABLE
  if (sections.every((section) => section.state === 'missing')) return NOT_SENT
  const entries = sections.map((section) => (section.state === 'read' ? (section.value as unknown[]).length : 0))
  const sum = formatCount(entries.reduce((total, length) => total + length, 0))
  return { mark: sum, words: sum }
}
