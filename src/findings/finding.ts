import type { CustomerAnswer } from '#src/contract/read-answer.ts'

/** The rules, by the name that switches one off. */
export const RULES = [
  'order-tenders',
  'amount-units',
  'double-charge',
  'contact',
  'links',
  'same-person',
  'vin',
  'addresses',
  'dates',
  'contract',
] as const
export type RuleName = (typeof RULES)[number]

/** What a finding is about, the most pressing first. */
export const WEIGHTS = ['money', 'contact', 'identity', 'data'] as const
export type Weight = (typeof WEIGHTS)[number]

/** Where on the page it can be looked at. */
export type Place =
  | { tab: 'info' | 'vehicles' | 'addresses' }
  /** `order` is the UUID of one. */
  | { tab: 'orders'; order?: string | undefined; vehicle?: string | undefined }

/** A hint with its reason, never a verdict: nothing is hidden or changed because of it. */
export type Finding = { rule: RuleName; weight: Weight; reason: string; place: Place }

/** What the rules look at. */
export type Examined = {
  answer: CustomerAnswer
  customerUUID: string
  /** The ids of the dealers that were asked; a dealer that has no id here is not judged. */
  dealerIds: ReadonlySet<string>
  /** ISO 4217 */
  currency: string
  /** The store's country, ISO 3166. */
  country: string
  now: number
  timeZone: string
}

/** Zero and null both mean that the platform states no id. */
export function isStated(id: string | null | undefined): id is string {
  return id !== undefined && id !== null && id !== '' && id !== '0'
}
