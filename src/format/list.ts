import { LANGUAGE } from './language.ts'

/** Names one after the other as the language sets them: `North, South`. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(LANGUAGE, { type: 'unit', style: 'short' }).format(items)
}
