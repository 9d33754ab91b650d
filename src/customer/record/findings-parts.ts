import { createElement } from 'react'
import { deferredPart } from '#src/ui/LazyPart.tsx'
import classes from './CustomerRecord.module.css'

export const RecordTools = deferredPart(
  'The search in this record',
  async () => (await import('./RecordTools.tsx')).RecordTools,
)

// The rules are not needed to show who the customer is.
export const FindingsHint = deferredPart(
  'The number of findings',
  async () => (await import('./findings/FindingsHint.tsx')).FindingsHint,
  createElement('p', { className: classes.hintPlace }),
)
export const FindingsCard = deferredPart(
  'The findings',
  async () => (await import('./findings/FindingsCard.tsx')).FindingsCard,
)

// Asked after the customer shows, as it says nothing that anybody waits for.
export const SinceLastLook = deferredPart(
  'What is new since you last looked',
  async () => (await import('./looks/SinceLastLook.tsx')).SinceLastLook,
  createElement('p', { className: classes.hintPlace }),
)
