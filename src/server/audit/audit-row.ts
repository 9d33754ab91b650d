/** An event of the audit record as the database has it, without its number, its place and its seal. */
export type AuditRow = {
  at: Date
  event: string
  outcome: string
  actor_kind: string
  actor_id: string | null
  actor_name: string | null
  address: string | null
  request_id: string | null
  status: number | null
  requester_uuid: string | null
  customer_uuid: string | null
  dealer_uuids: readonly string[] | null
  detail: string | null
  /** How often it happened within a minute. */
  times: number
}

/** The columns of an {@link AuditRow}, for SQL. */
export const AUDIT_COLUMNS = `at, event, outcome, actor_kind, actor_id, actor_name, address, request_id, status,
  requester_uuid, customer_uuid, dealer_uuids, detail, times`
