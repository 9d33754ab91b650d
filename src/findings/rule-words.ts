import type { RuleName } from './finding.ts'

/** What each kind of finding is called. */
export const RULE_WORDS: Readonly<Record<RuleName, string>> = {
  'order-tenders': 'Orders that differ from their tenders',
  'amount-units': 'Amounts in different units',
  'double-charge': 'Tenders that are listed twice',
  contact: 'Contacts that cannot be used',
  links: 'Links that lead nowhere',
  'same-person': 'Linked customers that may be one person',
  vin: 'VINs',
  addresses: 'Address lists that differ',
  dates: 'Dates in the future',
  contract: 'Values that are not as agreed',
}
