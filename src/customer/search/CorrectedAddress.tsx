import type { ReactNode } from 'react'
import { Navigate } from 'react-router-dom'
import { pastedPath, readPastedIdentifier } from './pasted-identifier.ts'

type Props = {
  /** Path and query as they stand in the address bar. */
  address: string
  /** Stands where there is nothing to put right. */
  children: ReactNode
}

/** Goes to what the address must have been before a mail or a chat put a stop, a bracket or `&amp;` into it. */
export function CorrectedAddress({ address, children }: Props) {
  const read = readPastedIdentifier(address)
  // A tab that nobody knows is said, not taken for another.
  if ('problem' in read || read.view?.tab === undefined) return children
  return <Navigate to={pastedPath(read, { dealers: [], excludeOrderType: false })} replace />
}
