import * as words from '#words/findings'
import type { RuleName, Weight } from './finding.ts'

/** What each kind of finding is called. */
export const RULE_WORDS: Readonly<Record<RuleName, string>> = {
  'order-tenders': words.ruleOrderTenders(),
  'amount-units': words.ruleAmountUnits(),
  'double-charge': words.ruleDoubleCharge(),
  contact: words.ruleContact(),
  links: words.ruleLinks(),
  'same-person': words.ruleSamePerson(),
  vin: words.ruleVin(),
  addresses: words.ruleAddresses(),
  dates: words.ruleDates(),
  contract: words.ruleContract(),
}

/** What a finding is about, in a word. */
export const WEIGHT_WORDS: Readonly<Record<Weight, string>> = {
  money: words.weightMoney(),
  contact: words.weightContact(),
  identity: words.weightIdentity(),
  data: words.weightData(),
}
