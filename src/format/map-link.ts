/**
 * Where an address is looked at on a map.
 * @param template an https address with `{address}` in it
 * @param lines of the postal block
 */
export function mapLink(template: string, lines: readonly string[]): string {
  // By a function: a replacement text would give meaning to a dollar sign in the address.
  return template.replace('{address}', () => encodeURIComponent(lines.join(', ')))
}
