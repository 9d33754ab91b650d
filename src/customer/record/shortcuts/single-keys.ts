import { type Tab, tabs } from '#src/customer/look-up/customer-address.ts'

/** The keys that do something on a customer's page by themselves, outside fields. A person can switch them off. */
export const SINGLE_KEYS = { find: '/', refresh: 'R', handOff: 'H' } as const

/** The digit of each tab, by its place. */
export function keyOfTab(tab: Tab): string {
  return String(tabs.indexOf(tab) + 1)
}
