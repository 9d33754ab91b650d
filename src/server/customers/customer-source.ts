import type { Words } from '../language.ts'
import type { CircuitName } from './platform-health.ts'

/** What a person asks for, already checked: the dealers are ones they may see. */
export type LookUp = {
  customerUUID: string
  requesterUserUUID: string
  /** In stable order, none twice. */
  dealerUUIDList: readonly string[]
  excludeOrderType: boolean
}

export type LookUpResult =
  /** `body` is the 200 body as JSON text; `name` is what the customer is called, undefined when there is none in it. */
  { found: true; body: string; name: string | undefined } | { found: false }

/** What goes along with a look-up. */
export type LookUpContext = {
  requestId: string
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal
  /** The numbers of the dealers asked. */
  askedDealerIds: readonly string[]
  /** Those of whoever asks, for what the source says itself inside the platform's messages. */
  words?: Words | undefined
}

/** Where customers come from. */
export type CustomerSource = {
  /** @throws UpstreamError when there is no answer, with the status that says why */
  lookUp(search: LookUp, context: LookUpContext): Promise<LookUpResult>
  /** The state of the way to the platform, where there is one. */
  circuit(): CircuitName | undefined
  close(): Promise<void>
}
