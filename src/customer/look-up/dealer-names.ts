import * as words from '#words/customer'
import type { Session } from '#src/contract/desk/session.ts'

/** A dealer by the number that records carry. */
export function dealerName(session: Session, id: string): string {
  return session.dealers.find((dealer) => dealer.id === id)?.name ?? words.dealerNumber({ id })
}

/** A dealer by its UUID; one that is not the person's has no name here. */
export function dealerNameByUUID(session: Session, uuid: string): string {
  return session.dealers.find((dealer) => dealer.uuid === uuid)?.name ?? uuid
}

/** `3 dealers`, or the one dealer's name. */
export function dealersLabel(session: Session, dealers: readonly string[]): string {
  const [first] = dealers
  return dealers.length === 1 && first !== undefined
    ? dealerNameByUUID(session, first)
    : words.dealers({ count: dealers.length })
}
