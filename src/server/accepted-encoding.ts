/**
 * The first of the encodings that a client takes, by its `Accept-Encoding` header.
 * @param encodings those on offer, the best first
 * @returns undefined when it takes none of them; what it refuses by `q=0` is not taken (RFC 9110, 12.5.3)
 */
export function acceptedEncoding<Name extends string>(header: string, encodings: readonly Name[]): Name | undefined {
  const taken = new Set<string>()
  for (const item of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim())
    if (!parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) taken.add(name)
  }
  return encodings.find((name) => taken.has(name))
}
