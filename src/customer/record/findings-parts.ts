import { createElement } from 'react'
import * as words from '#words/findings-card'
import { deferredPart } from '#src/ui/LazyPart.tsx'
import classes from './CustomerRecord.module.css'

export const RecordTools = deferredPart(words.searchPart(), async () => (await import('./RecordTools.tsx')).RecordTools)

// The rules are not needed to show who the customer is.
export const FindingsHint = deferredPart(
  words.numberPart(),
  async () => (await import('./findings/FindingsHint.tsx')).FindingsHint,
  createElement('p', { className: classes.hintPlace }),
)
export const FindingsCard = deferredPart(
  words.findingsPart(),
  async () => (await import('./findings/FindingsCard.tsx')).FindingsCard,
)

// Asked after the customer shows, as it says nothing that anybody waits for.
export const SinceLastLook = deferredPart(
  words.newsPart(),
  async () => (await import('./looks/SinceLastLook.tsx')).SinceLastLook,
  createElement('p', { className: classes.hintPlace }),
)
