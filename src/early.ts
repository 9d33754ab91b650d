import './trusted-types.ts'
import './app/styles.ts'
import { pageSession } from './api/page-session.ts'
import { sendAhead } from './api/send.ts'
import type { Session } from './contract/session.ts'
import { parseCustomerAddress } from './customer/customer-url.ts'
import { lookUpRequest } from './customer/look-up.ts'
import { panelChunks } from './customer/panel-chunks.ts'
import { applyColorScheme } from './ui/color-scheme.ts'

// Everything that need not wait for the app: this file is on the machine long before it.
askAhead()
applyColorScheme()
import('./main.tsx').catch(sayNotLoaded)

/** Asks for the customer whom the address names, while the app is still on its way. */
function askAhead(): void {
  const address = parseCustomerAddress(location)
  if (address === undefined) return
  const { search, tab } = address
  if (tab !== 'info') panelChunks[tab]().catch(() => {})
  if (pageSession !== undefined) {
    void sendAhead(lookUpRequest(pageSession, search))
    return
  }
  // After a link on another site the browser keeps the session to itself until the page asks by itself.
  void sendAhead({ method: 'GET', path: '/api/session' }).then(async (response) => {
    if (response.ok) void sendAhead(lookUpRequest((await response.clone().json()) as Session, search))
  }, ignore)
}

/** What failed here is asked for again by the app, which says what is wrong. */
function ignore(): void {}

function sayNotLoaded(error: unknown): void {
  const words = document.createElement('p')
  words.setAttribute('role', 'alert')
  words.textContent = 'Customer Desk could not be loaded. Check the network, then reload the page.'
  document.getElementById('root')?.replaceChildren(words)
  throw error
}
