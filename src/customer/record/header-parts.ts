import * as words from '#words/record'
import { deferredPart } from '#src/ui/LazyPart.tsx'

// Comes when the header is there.
export const BestReach = deferredPart(
  words.bestReachPart(),
  async () => (await import('./reach/BestReach.tsx')).BestReach,
)
