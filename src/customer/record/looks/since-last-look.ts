import { queryOptions } from '@tanstack/react-query'
import { request } from '#src/api/request.ts'
import { type LookPart, MAX_LOOK_THINGS, SinceLastLook } from '#src/contract/desk/look.ts'
import type { Session } from '#src/contract/desk/session.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { CustomerSearch } from '#src/customer/look-up/customer-address.ts'
import { askedDealers } from '#src/customer/look-up/look-up-request.ts'
import { storeCountry } from '#src/format/store-country.ts'
import { digests } from './digest.ts'
import { numberOfThings, type RecordThing, recordThings } from './record-things.ts'

/** A record as it was read. */
export type Looked = { answer: CustomerAnswer; search: CustomerSearch; readAt: number }

/** A thing that was not there or said something else when the person last looked. */
export type Difference = { part: LookPart; kind: 'new' | 'changed'; thing: RecordThing }

export type Since = Pick<SinceLastLook, 'state' | 'lastLookedAt' | 'gone'> & { differences: Difference[] }

/**
 * What is new in a record since the person last looked; null where it is too large to be compared. Asked once for each
 * answer: asked again later, it would be another look.
 */
export const sinceLastLookQuery = (session: Session, looked: Looked) =>
  queryOptions({
    queryKey: ['since-last-look', session.user.uuid, looked.search, looked.readAt],
    queryFn: ({ signal }) => compare(session, looked, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: 1,
    // Without a network it waits for one, as nobody has asked for it.
    networkMode: 'online',
    structuralSharing: false,
  })

async function compare(session: Session, { answer, search }: Looked, signal: AbortSignal): Promise<Since | null> {
  if (numberOfThings(answer) > MAX_LOOK_THINGS) return null
  const byPart = recordThings(answer, storeCountry(session))
  const all = Object.entries(byPart).flatMap(([part, list]) => list.map((thing) => ({ part: part as LookPart, thing })))
  const keys = await digests(all.map(({ thing }) => thing.key))
  const says = await digests(all.map(({ thing }) => thing.says))
  const parts = Object.fromEntries(Object.keys(byPart).map((part): [string, object[]] => [part, []]))
  const places = new Map<string, RecordThing>()
  for (const [place, { part, thing }] of all.entries()) {
    const key = keys[place] ?? ''
    parts[part]?.push({ key, digest: says[place] })
    places.set(`${part} ${key}`, thing)
  }
  const { body } = await request({
    method: 'POST',
    path: `/api/customers/${encodeURIComponent(search.customerUUID)}/looks`,
    body: {
      dealerUUIDList: askedDealers(session, search),
      excludeOrderType: search.excludeOrderType,
      parts,
    },
    signal,
  })
  const { state, lastLookedAt, added, changed, gone } = SinceLastLook.parse(body)
  const found = (list: typeof added, kind: Difference['kind']) =>
    list.flatMap(({ part, key }): Difference[] => {
      const thing = places.get(`${part} ${key}`)
      return thing === undefined ? [] : [{ part, kind, thing }]
    })
  return { state, lastLookedAt, gone, differences: [...found(added, 'new'), ...found(changed, 'changed')] }
}
