import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect } from 'react'
import { foundSpans } from '#src/format/found-parts.ts'
import { soughtOf } from './record-index.ts'

/** The name that the style sheet knows. */
const NAME = 'found'
/** A page holds fifty orders; more marks than this say nothing. */
const MOST_MARKS = 1000
/** The page is drawn again in several steps. */
const PAUSE_MS = 50

/**
 * Marks what is looked for in the part of the record that is open, by the browser's own highlights: they change no element,
 * so React and screen readers know nothing of them. Browsers without them (Firefox before 140, Safari before 17.2) have the
 * marks in the list of what was found.
 */
export function useMarkedPage(typed: string): void {
  const paint = useDebouncedCallback(() => {
    if (typed.trim() === '') CSS.highlights.delete(NAME)
    else CSS.highlights.set(NAME, new Highlight(...rangesOf(typed)))
  }, PAUSE_MS)
  // What is drawn on the page, and the marks on it, are outside React.
  useEffect(() => {
    if (!('highlights' in CSS)) return undefined
    paint()
    if (typed.trim() === '') return undefined
    const observer = new MutationObserver(paint)
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [typed, paint])
  useEffect(
    () => () => {
      if ('highlights' in CSS) CSS.highlights.delete(NAME)
    },
    [],
  )
}

function rangesOf(typed: string): Range[] {
  const { words, bare } = soughtOf(typed)
  const texts = words.map(({ text }) => text)
  const ranges: Range[] = []
  for (const panel of document.querySelectorAll('[role="tabpanel"]')) {
    if (!panel.checkVisibility()) continue
    const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null && ranges.length < MOST_MARKS; node = walker.nextNode()) {
      for (const { from, to } of foundSpans(node.nodeValue ?? '', texts, bare)) {
        const range = new Range()
        range.setStart(node, from)
        range.setEnd(node, to)
        ranges.push(range)
      }
    }
  }
  return ranges
}
