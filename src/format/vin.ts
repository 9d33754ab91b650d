import { cleanText } from './text.ts'

// Letters of other alphabets that nobody can tell from ours.
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: '0', Р: 'P', С: 'C', Т: 'T', Х: 'X', У: 'Y', Ѕ: 'S', Ј: 'J' },
  ...{ Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Κ: 'K', Μ: 'M', Ν: 'N', Ο: '0', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X' },
}

/**
 * A VIN as it is read out and typed: no blanks, hyphens, stars or direction marks, in capitals. No character is replaced
 * by another that it looks like; `lookAlikes` names those.
 */
export function cleanVin(sent: string | null | undefined): string {
  return cleanText(sent)
    .normalize('NFKC')
    .replace(/[\s*._\p{Pd}]/gu, '')
    .toUpperCase()
}

/** The letters of other alphabets in a VIN, each with the one it looks like. */
export function lookAlikes(vin: string): { letter: string; looksLike: string }[] {
  return Array.from(new Set(vin)).flatMap((letter) => {
    const looksLike = LOOK_ALIKES[letter]
    return looksLike === undefined ? [] : [{ letter, looksLike }]
  })
}
