/** A JSON number that a double would round: only its text is right. */
export class ExactNumber {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

// A double keeps 15 significant digits. Only a number with more of them, or with an exponent, can be
// changed by JSON.parse; identifiers stand behind a quote and do not match.
const MAY_HOLD_LONG_NUMBER = /(?:^|[:,[\s])-?\d(?:[.\d]{15}|[.\d]*[eE])/
// Written without a choice for each character, of which a long text would have more than engines can take back.
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g
const QUOTE_ESCAPE_OR_NUMBER = /\\.|"(?:\\u0000)?|-?\d[\d.eE+-]*/g
// The marks below begin with an escaped NUL, so a string of the source that begins with one is marked as text.
const NUMBER_MARK = '\u0000n'
const TEXT_MARK = '\u0000t'

/**
 * Parses JSON without changing any number: what a double holds exactly is a number, everything else
 * an {@link ExactNumber}. A byte order mark is accepted.
 *
 * One method serves the server and every browser; engines differ in what their reviver is told.
 *
 * @throws SyntaxError as JSON.parse does
 */
export function parseExact(text: string): unknown {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (!MAY_HOLD_LONG_NUMBER.test(json)) return JSON.parse(json)
  const quoted = quoteLongNumbers(json)
  if (quoted === json) return JSON.parse(json)
  return JSON.parse(quoted, (_key, value: unknown) => {
    if (typeof value !== 'string' || value.charCodeAt(0) !== 0) return value
    if (value.startsWith(NUMBER_MARK)) return new ExactNumber(value.slice(NUMBER_MARK.length))
    return value.startsWith(TEXT_MARK) ? value.slice(TEXT_MARK.length) : value
  })
}

function quoteLongNumbers(json: string): string {
  // Quoting must not make sense of text that is no JSON ("01", "1.e5"), so each number is checked on its own.
  const quote = (number: string) => (isExactDouble(number) ? number : `"\\u0000n${number}"`)
  const markText = (text: string) => (text.startsWith('"\\u0000') ? `"\\u0000t${text.slice(1)}` : text)
  try {
    return json.replace(STRING_OR_NUMBER, (token) => (token.startsWith('"') ? markText(token) : quote(token)))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // A text of millions of escapes is more than one match can hold; in smaller pieces it takes longer.
    let isText = false
    return json.replace(QUOTE_ESCAPE_OR_NUMBER, (token) => {
      if (token.startsWith('"')) {
        isText = !isText
        return isText ? markText(token) : token
      }
      return isText || token.startsWith('\\') ? token : quote(token)
    })
  }
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

function isExactDouble(token: string): boolean {
  if (!JSON_NUMBER.test(token)) return true // left alone: JSON.parse will refuse it with its position
  const significant = token
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
  if (/[eE]/.test(token)) return false
  return significant.length <= 15 || (!token.includes('.') && Number.isSafeInteger(Number(token)))
}

/** The number's text in JSON: exact for both kinds that {@link parseExact} returns. */
export function numberText(value: number | ExactNumber): string {
  return value instanceof ExactNumber ? value.text : String(value)
}

/** Prints a value of {@link parseExact} as JSON, numbers as they were. */
export function printExact(value: unknown): string {
  if (value instanceof ExactNumber) return value.text
  if (Array.isArray(value)) return `[${value.map(printExact).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => `${JSON.stringify(key)}:${printExact(item)}`)
    return `{${entries.join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
