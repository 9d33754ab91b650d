import { dealerNotAuthorized } from '../errors.ts'
import type { Caller } from './caller.ts'

/**
 * The dealers that are asked for, each once, in a fixed order.
 * @throws DeskError 401 that names those which the caller may not see
 */
export function ownDealers({ dealers }: Pick<Caller, 'dealers'>, asked: readonly string[]): string[] {
  const own = new Set(dealers.map(({ uuid }) => uuid))
  const refused = asked.filter((uuid) => !own.has(uuid))
  if (refused.length > 0) throw dealerNotAuthorized([...new Set(refused)])
  return [...new Set(asked)].sort()
}
