import { pageSession } from '#src/api/page-session.ts'
import { sendAhead } from '#src/api/send.ts'
import type { Session } from '#src/contract/desk/session.ts'
import { parseCustomerAddress } from '#src/customer/look-up/customer-address.ts'
import { lookUpRequest } from '#src/customer/look-up/look-up-request.ts'
import { whenShown } from './when-shown.ts'

/** Asks for the customer whom the address names, once, while the app is still on its way. */
export function askCustomer(): void {
  const search = parseCustomerAddress(location)?.search
  if (search === undefined) return
  // Nobody has seen a page that the browser prepares for later, and nobody may be recorded as having looked.
  whenShown(() => {
    if (pageSession !== undefined) {
      sendAhead(lookUpRequest(pageSession, search))
      return
    }
    // After a link on another site the browser keeps the session to itself until the page asks by itself.
    const session = sendAhead({ method: 'GET', path: '/api/session' })
    session.then(
      async (response) => {
        if (response.ok) sendAhead(lookUpRequest((await response.clone().json()) as Session, search))
      },
      // What failed here is asked for again by the app, which says what is wrong.
      () => {},
    )
  })
}
