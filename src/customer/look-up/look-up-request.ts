import type { ApiRequest } from '#src/api/send.ts'
import type { Session } from '#src/contract/desk/session.ts'
import type { CustomerSearch } from './customer-address.ts'

/** The request of one look-up. */
export function lookUpRequest(session: Session, search: CustomerSearch): ApiRequest {
  return {
    method: 'POST',
    path: `/customer/v2/customer/${encodeURIComponent(search.customerUUID)}${search.excludeOrderType ? '?excludeOrderType=true' : ''}`,
    body: { requesterUserUUID: session.user.uuid, dealerUUIDList: askedDealers(session, search) },
  }
}

/** The dealers a search asks: those it names, else all of the person's. */
export function askedDealers(session: Session, search: Pick<CustomerSearch, 'dealers'>): string[] {
  return search.dealers.length > 0 ? [...search.dealers] : session.dealers.map((dealer) => dealer.uuid).sort()
}
