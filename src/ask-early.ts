import { pageSession } from './api/page-session.ts'
import { sendAhead } from './api/send.ts'
import type { Session } from './contract/session.ts'
import { parseCustomerAddress } from './customer/customer-url.ts'
import { lookUpRequest } from './customer/look-up.ts'

// Stands in the built page itself, so that the customer is asked for before the first file has arrived.
askAhead()
fetchPanel()

/** Files of each tab's panel; the build knows them. */
declare const PANEL_FILES: Readonly<Record<string, readonly string[]>>

/** Fetches what the tab that the address names is made of beside everything else, not after it. */
function fetchPanel(): void {
  const tab = parseCustomerAddress(location)?.tab
  const files = tab === undefined ? [] : (PANEL_FILES[tab] ?? [])
  for (const file of files) {
    const link = document.createElement('link')
    link.nonce = document.currentScript?.nonce ?? ''
    link.crossOrigin = ''
    link.rel = file.endsWith('.css') ? 'stylesheet' : 'modulepreload'
    link.href = file
    document.head.append(link)
  }
}

/** Asks for the customer whom the address names, once, while the app is still on its way. */
function askAhead(): void {
  const search = parseCustomerAddress(location)?.search
  if (search === undefined) return
  if (pageSession !== undefined) {
    void sendAhead(lookUpRequest(pageSession, search))
    return
  }
  // After a link on another site the browser keeps the session to itself until the page asks by itself.
  void sendAhead({ method: 'GET', path: '/api/session' }).then(
    async (response) => {
      if (response.ok) void sendAhead(lookUpRequest((await response.clone().json()) as Session, search))
    },
    // What failed here is asked for again by the app, which says what is wrong.
    () => {},
  )
}
