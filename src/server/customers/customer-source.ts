/** What a person asks for, already checked: the dealers are ones they may see. */
export type LookUp = {
  customerUUID: string
  requesterUserUUID: string
  /** In stable order, none twice. */
  dealerUUIDList: readonly string[]
  excludeOrderType: boolean
}

export type LookUpResult =
  /** `body` is the 200 body as JSON text; `name` is what the customer is called, for the recents. */
  { found: true; body: string; name: string } | { found: false }

/** Where customers come from. */
export type CustomerSource = {
  lookUp(search: LookUp): Promise<LookUpResult>
  /** Whether look-ups can be answered now. */
  isReady(): Promise<boolean>
}
