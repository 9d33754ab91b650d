import { cleanLines, cleanText } from '#src/format/text.ts'

type Sent = {
  title: string | null | undefined
  text: string | null | undefined
  code: string | null | undefined
}

/** A message of the service, ready to be shown. */
export type Message = { key: string; title: string; text: string; code: string | undefined; count: number }

// Titles that the platform publishes and those of this server, in words; any other is shown as it came.
const KNOWN_TITLES: Readonly<Record<string, string>> = {
  NO_CUSTOMER_FOUND: 'No customer found',
  INVALID_PHONE_FIELDS: 'Phone number could not be checked',
  WRONG_CREDENTIAL: 'Wrong credentials',
  REQUEST_NOT_AUTHORIZED: 'Request not authorized',
  BAD_REQUEST: 'Request not accepted',
  BUSY: 'Many look-ups are waiting',
  DATABASE_DOWN: 'No database',
  INTERNAL_ERROR: 'The server failed',
  NOT_RECORDED: 'Not recorded, so not answered',
  TOO_MANY_REQUESTS: 'Too many requests',
  UPSTREAM_DOWN: 'Platform not available',
  UPSTREAM_FAILED: 'Platform failed',
  UPSTREAM_TOO_LARGE: 'Record too large',
  UPSTREAM_TOO_SLOW: 'Platform too slow',
  UPSTREAM_UNUSABLE: 'Answer not usable',
}

/** Puts identical messages together with their number; none is dropped, the order stays. */
export function collapseMessages(sent: readonly Sent[]): Message[] {
  const byKey = new Map<string, Message>()
  for (const { title, text, code } of sent) {
    const key = JSON.stringify([title, text, code])
    const known = byKey.get(key)
    if (known !== undefined) {
      known.count += 1
      continue
    }
    const sentTitle = cleanText(title)
    const words = KNOWN_TITLES[sentTitle]
    const message = cleanLines(text)
    const isWordless = sentTitle === '' && message === ''
    byKey.set(key, {
      key,
      title: words ?? (isWordless ? 'The service reported a problem without a description' : sentTitle || message),
      text: sentTitle === '' ? '' : message,
      // Support searches for the title as sent, so a translated one stays readable beside the code.
      code:
        [cleanText(code), words === undefined ? '' : sentTitle].filter((part) => part !== '').join(' · ') || undefined,
      count: 1,
    })
  }
  return [...byKey.values()]
}
