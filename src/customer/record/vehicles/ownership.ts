import type { Vehicle } from '#src/contract/customer.ts'

/** Whether the customer owns the vehicle at present, as far as the platform says. */
export function ownership({ isValid }: Vehicle): string {
  if (isValid === true) return 'Current vehicle'
  return isValid === false ? 'Past vehicle' : 'Ownership not stated'
}
