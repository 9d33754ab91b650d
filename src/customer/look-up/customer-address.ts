import * as words from '#words/customer'
import { identifierProblem } from '#src/contract/identifier.ts'

export const tabs = ['info', 'vehicles', 'orders', 'addresses', 'timeline'] as const
export type Tab = (typeof tabs)[number]

export const TAB_LABELS: Readonly<Record<Tab, string>> = {
  info: words.infoTab(),
  vehicles: words.vehiclesTab(),
  orders: words.ordersTab(),
  addresses: words.addressesTab(),
  timeline: words.timelineTab(),
}

/** What is asked of the endpoint, as the address bar says it. */
export type CustomerSearch = {
  customerUUID: string
  /** Sorted, none twice; empty means all of the person's dealers. */
  dealers: readonly string[]
  excludeOrderType: boolean
}

/** Reads the search out of an address. What cannot be meant is named, never silently dropped. */
export function parseCustomerSearch(
  customerUUID: string,
  params: URLSearchParams,
): { search: CustomerSearch; problems: string[] } {
  const problems: string[] = []
  const given = [...new Set(params.getAll('dealer'))].sort()
  const dealers = given.filter((uuid) => identifierProblem(uuid) === undefined)
  if (dealers.length < given.length) problems.push(words.noDealerUUID())
  const exclude = params.get('excludeOrderType')
  if (exclude !== null && exclude !== 'true' && exclude !== 'false') {
    problems.push(words.noSwitch())
  }
  return { search: { customerUUID, dealers, excludeOrderType: exclude === 'true' }, problems }
}

/**
 * The search and the tab that a customer page's address names.
 * @returns undefined for any other page, and for what no customer can have as UUID
 */
export function parseCustomerAddress({
  pathname,
  search,
}: Pick<Location, 'pathname' | 'search'>): { search: CustomerSearch; tab: Tab } | undefined {
  const [, uuid = '', tab = 'info'] = /^\/customers\/([^/]+)(?:\/([^/]+))?\/?$/.exec(pathname) ?? []
  // An identifier needs no escapes. An address out of HTML is put right before it is searched.
  if (identifierProblem(uuid) !== undefined || /[?&]amp;/.test(search)) return undefined
  return {
    search: parseCustomerSearch(uuid, new URLSearchParams(search)).search,
    tab: tabs.find((name) => name === tab) ?? 'info',
  }
}

/** The query part that every address of this search carries. */
function searchParams(search: Pick<CustomerSearch, 'dealers' | 'excludeOrderType'>): URLSearchParams {
  const params = new URLSearchParams(search.dealers.map((uuid) => ['dealer', uuid]))
  if (search.excludeOrderType) params.set('excludeOrderType', 'true')
  return params
}

/** The address of a customer's page, or of one of its tabs. `more` is added to the query. */
export function customerPath(search: CustomerSearch, tab: Tab = 'info', more: Record<string, string> = {}): string {
  const params = searchParams(search)
  for (const [name, value] of Object.entries(more)) params.set(name, value)
  const query = params.toString()
  const path = `/customers/${encodeURIComponent(search.customerUUID)}${tab === 'info' ? '' : `/${tab}`}`
  return query === '' ? path : `${path}?${query}`
}

/** The same tab, filter and open orders for another search of the same customer. */
export function sameViewOf(search: CustomerSearch, tab: Tab, query: string): string {
  const view = new URLSearchParams(query)
  view.delete('dealer')
  view.delete('excludeOrderType')
  const path = customerPath(search, tab)
  const more = view.toString()
  return more === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${more}`
}
