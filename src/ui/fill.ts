import { createElement, Fragment, type ReactNode } from 'react'

// Private characters, which no catalogue and no record contains, around a placeholder's name.
const PLACE = /\u{E000}(\w+)\u{E001}/u

/**
 * A message some of whose placeholders are elements: `fill(words.soldBy, { dealer: <b>North</b> })`.
 * @param message of a catalogue; its words may stand in any order
 */
export function fill<Given extends Record<string, unknown>>(
  message: (given: Given) => string,
  elements: { [Name in keyof Given]: ReactNode },
): ReactNode {
  const marks = Object.fromEntries(Object.keys(elements).map((name) => [name, `\u{E000}${name}\u{E001}`]))
  // Every placeholder of such a message takes text.
  const parts = message(marks as Given).split(PLACE)
  return createElement(Fragment, null, ...parts.map((part, place) => (place % 2 === 0 ? part : elements[part])))
}
