import * as words from '#words/outcome'
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
  NO_CUSTOMER_FOUND: words.noCustomerFound(),
  INVALID_PHONE_FIELDS: words.phoneNotChecked(),
  WRONG_CREDENTIAL: words.wrongCredentials(),
  REQUEST_NOT_AUTHORIZED: words.notAuthorized(),
  BAD_REQUEST: words.notAccepted(),
  BUSY: words.manyWaiting(),
  DATABASE_DOWN: words.noDatabase(),
  INTERNAL_ERROR: words.serverFailed(),
  NOT_RECORDED: words.notRecorded(),
  TOO_MANY_REQUESTS: words.tooMany(),
  UPSTREAM_DOWN: words.platformDown(),
  UPSTREAM_FAILED: words.platformFailed(),
  UPSTREAM_TOO_LARGE: words.tooLarge(),
  UPSTREAM_TOO_SLOW: words.tooSlow(),
  UPSTREAM_UNUSABLE: words.notUsable(),
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
    const ownTitle = KNOWN_TITLES[sentTitle]
    const message = cleanLines(text)
    const isWordless = sentTitle === '' && message === ''
    byKey.set(key, {
      key,
      title: ownTitle ?? (isWordless ? words.noDescription() : sentTitle || message),
      text: sentTitle === '' ? '' : message,
      // Support searches for the title as sent, so a translated one stays readable beside the code.
      code:
        [cleanText(code), ownTitle === undefined ? '' : sentTitle].filter((part) => part !== '').join(' · ') ||
        undefined,
      count: 1,
    })
  }
  return [...byKey.values()]
}
