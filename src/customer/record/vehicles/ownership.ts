import * as words from '#words/vehicles'
import type { Vehicle } from '#src/contract/customer.ts'

/** Whether the customer owns the vehicle at present, as the platform's isValid says. */
export function ownership({ isValid }: Vehicle): string {
  if (isValid === true) return words.current()
  return isValid === false ? words.past() : words.notStated()
}
