import { createElement } from 'react'
import { deferredPart } from '#src/ui/LazyPart.tsx'
import classes from './CustomerHeader.module.css'

// Comes when the header is there; its place is kept, so that nothing moves.
export const BestReach = deferredPart(
  'The best way to reach the customer',
  async () => (await import('./reach/BestReach.tsx')).BestReach,
  createElement('li', { className: classes.best, 'aria-hidden': true }),
)
