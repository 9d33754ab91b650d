import type { DealerName } from '#src/contract/desk/session.ts'

/** Who asks: a person with a session, or a program with a service account. */
export type Caller =
  | {
      kind: 'staff'
      uuid: string
      name: string
      isManager: boolean
      dealers: DealerName[]
      /** In the last minute, as far as that was asked for. */
      recentLookUps?: number
    }
  | { kind: 'service'; username: string; dealers: DealerName[] }

/** SQL for a caller's dealers as `[{uuid, id, name}]`; ids are text, because they are int64. */
export const dealersJson = (link: 'staff_dealers' | 'service_account_dealers', condition: string): string => `
  coalesce((select json_agg(json_build_object('uuid', d.uuid, 'id', d.id::text, 'name', d.name) order by d.name, d.uuid)
            from ${link} link join dealers d on d.uuid = link.dealer_uuid where ${condition}), '[]')`
