import { isWantedAmount, joinAmounts, type WantedAmount, wantedAmount } from './amount-search.ts'
import { fold } from './text.ts'

/** A word that somebody looks for, which may be the beginning of an amount. */
export type SearchWord = { text: string; amount: WantedAmount | undefined }

/** What can be looked for: everything that it says, folded, and its amounts as they were sent. */
export type Searchable = { readonly haystack: string; readonly amounts: readonly string[] }

/** The words of a typed text, folded. */
export function searchWords(typed: string): SearchWord[] {
  return fold(joinAmounts(typed))
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, amount: wantedAmount(word) }))
}

/** Whether every word is somewhere in it, as text or as an amount. */
export function holdsWords(item: Searchable, words: readonly SearchWord[]): boolean {
  return words.every(
    ({ text, amount }) =>
      item.haystack.includes(text) ||
      (amount !== undefined && item.amounts.some((sent) => isWantedAmount(sent, amount))),
  )
}
