const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g
const INDENT = '  '

/**
 * The lines of a JSON text, indented by depth; strings and numbers character for character as they are.
 * @param atOnce how many lines come in one step, so that a long text can be taken in pieces
 */
export function* indentJson(json: string, atOnce: number): Generator<string[]> {
  let lines: string[] = []
  let line = ''
  let depth = 0
  let isJustOpened = false
  const begin = () => {
    lines.push(line)
    line = INDENT.repeat(depth)
  }
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '}' || token === ']') {
      if (!isJustOpened) {
        depth -= 1
        begin()
      }
      isJustOpened = false
      line += token
    } else if (token === ',') {
      line += token
      begin()
    } else if (token === ':') {
      line += ': '
    } else {
      if (isJustOpened) {
        depth += 1
        begin()
      }
      isJustOpened = token === '{' || token === '['
      line += token
    }
    if (lines.length >= atOnce) {
      yield lines
      lines = []
    }
  }
  lines.push(line)
  yield lines
}
