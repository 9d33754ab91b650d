import type { ImportCounts } from './import-lines.ts'

/** How much a file holds, in words. */
export function countWords(counts: ImportCounts): string {
  const entries: [number, string][] = [
    [counts.dealers, 'dealer'],
    [counts.users, 'user'],
    [counts.services, 'service account'],
    [counts.customers, 'customer'],
  ]
  const parts = entries
    .filter(([count]) => count > 0)
    .map(([count, noun]) => `${count} ${noun}${count === 1 ? '' : 's'}`)
  return parts.length === 0 ? 'nothing: there was no line' : parts.join(', ')
}
