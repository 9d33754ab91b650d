import { deferredPart } from '#src/ui/LazyPart.tsx'

// Comes when the header is there.
export const BestReach = deferredPart(
  'The best way to reach the customer',
  async () => (await import('./reach/BestReach.tsx')).BestReach,
)
