// White space, then one token, in the words of RFC 8259.
const TOKEN =
  /[\t\n\r ]*(?:(")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])|([{[])|([}\]])|(,)|(:))/y
// Piece by piece: a pattern for the whole of a long text would need more memory than engines give it.
// oxlint-disable-next-line no-control-regex -- JSON forbids these in a string
const IN_STRING = /[^"\\\u0000-\u001F]+|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y

type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' | 'nothing'

/**
 * Says where a text stops being JSON: "broken at character 48,211". Engines word this differently, quote the text, and
 * with it a person's data, or leave the place out.
 * @returns undefined when the text is JSON
 */
export function jsonBreak(text: string): string | undefined {
  const at = findBreak(text)
  return at === undefined ? undefined : breakText(at, text.length)
}

/** The same for what {@link findBreak} found in a text of this length. */
export function breakText(at: number, length: number): string {
  const place = `broken at character ${(at + 1).toLocaleString('en-US')}`
  return at < length ? place : `${place}, where it ends`
}

/** Where a text stops being JSON, counted from 0; undefined when it is JSON. */
export function findBreak(text: string): number | undefined {
  const open: string[] = []
  let expected: Expected = 'value'
  const token = new RegExp(TOKEN)
  const start = text.startsWith('\uFEFF') ? 1 : 0
  for (let at = start; ; at = token.lastIndex) {
    token.lastIndex = at
    const match = token.exec(text)
    if (match === null) {
      const rest = at + (/^[\t\n\r ]*/.exec(text.slice(at))?.[0].length ?? 0)
      if (expected === 'nothing' && rest === text.length) return undefined
      return isCutOff(text.slice(rest)) ? text.length : rest
    }
    const [whole, string, scalar, opener, closer, comma] = match
    const begin = at + whole.length - whole.trimStart().length
    const next = follow(open, expected, { string, scalar, opener, closer, comma })
    if (next === undefined) return begin
    expected = next
    if (string !== undefined) {
      const end = endOfString(text, token.lastIndex)
      if (text[end] !== '"') return isCutOffString(text.slice(end)) ? text.length : begin
      token.lastIndex = end + 1
    }
  }
}

type Token = Record<'string' | 'scalar' | 'opener' | 'closer' | 'comma', string | undefined>

/** What may stand after this token; undefined when the token itself may not stand here. */
function follow(open: string[], expected: Expected, token: Token): Expected | undefined {
  const after = (): Expected => (open.length === 0 ? 'nothing' : 'comma')
  const { string, scalar, opener, closer, comma } = token
  if (string !== undefined && expected.endsWith('key')) return 'colon'
  if (string !== undefined || scalar !== undefined) return expected.endsWith('value') ? after() : undefined
  if (opener !== undefined) {
    if (!expected.endsWith('value')) return undefined
    open.push(opener)
    return opener === '{' ? 'first-key' : 'first-value'
  }
  if (closer !== undefined) {
    if (expected !== 'comma' && !expected.startsWith('first-')) return undefined
    if (open.pop() !== (closer === '}' ? '{' : '[')) return undefined
    return after()
  }
  if (comma !== undefined) return expected === 'comma' ? (open.at(-1) === '{' ? 'key' : 'value') : undefined
  return expected === 'colon' ? 'value' : undefined
}

/** Where the characters of a string end: at its quote, at the end of the text, or at what may not stand in it. */
function endOfString(text: string, start: number): number {
  const piece = new RegExp(IN_STRING)
  piece.lastIndex = start
  let end = start
  while (piece.test(text)) end = piece.lastIndex
  return end
}

const isCutOffString = (rest: string): boolean => /^(?:\\(?:u[\dA-Fa-f]{0,3})?)?$/.test(rest)

/** Whether a text that is no token could still have become one. */
function isCutOff(rest: string): boolean {
  return (
    rest === '' ||
    /^(?:-|-?\d+\.|-?[\d.]+[eE][+-]?)$/.test(rest) ||
    ['true', 'false', 'null'].some((word) => word.startsWith(rest))
  )
}
