import { request } from '#src/api/request.ts'
import type { Taken } from '#src/contract/desk/taken.ts'

/**
 * Tells the audit record that something of a customer leaves the page. Nobody is held up by it: the look-up itself stands in
 * the record, and without a network the export works all the same.
 */
export function reportTaken(customerUUID: string, how: Taken['how']): void {
  const path = `/api/customers/${encodeURIComponent(customerUUID)}/taken`
  request({ method: 'POST', path, body: { how } }).catch(() => {})
}
