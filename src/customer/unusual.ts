import { inOwnChunk, Nothing } from '#src/ui/in-own-chunk.ts'
import { CannotBeShown } from './CannotBeShown.tsx'

// What a good answer never needs comes in a chunk of its own, fetched when the page has nothing else to do. That there was
// a failure, and what to do, is said without it.
const beside = { Meanwhile: Nothing, Otherwise: Nothing }
const instead = { Otherwise: CannotBeShown }

const actions = inOwnChunk(async () => (await import('./FailureActions.tsx')).FailureActions, beside)
const correct = inOwnChunk(async () => (await import('./FailureActions.tsx')).Correct, beside)
const failureDetails = inOwnChunk(async () => (await import('./FailureDetails.tsx')).FailureDetails, beside)
const answerDetails = inOwnChunk(async () => (await import('./FailureDetails.tsx')).AnswerDetails, beside)
// The boundary around them says when they cannot be had.
const messageBanners = inOwnChunk(async () => (await import('./MessageBanners.tsx')).MessageBanners, {
  Meanwhile: Nothing,
})
const wait = inOwnChunk(async () => (await import('./WaitForRepeat.tsx')).WaitForRepeat, instead)
const waitBanner = inOwnChunk(async () => (await import('./WaitForRepeat.tsx')).WaitForRepeatBanner, beside)
const nothingFound = inOwnChunk(async () => (await import('./OutcomePanels.tsx')).NothingFound, instead)
const oddities = inOwnChunk(async () => (await import('./info/Oddities.tsx')).Oddities, { Meanwhile: Nothing })
const otherCustomer = inOwnChunk(async () => (await import('./OutcomePanels.tsx')).OtherCustomer, instead)

export const FailureActions = actions.Part
export const Correct = correct.Part
export const FailureDetails = failureDetails.Part
export const AnswerDetails = answerDetails.Part
export const MessageBanners = messageBanners.Part
export const WaitForRepeat = wait.Part
export const WaitForRepeatBanner = waitBanner.Part
export const NothingFound = nothingFound.Part
export const Oddities = oddities.Part
export const OtherCustomer = otherCustomer.Part

/** Has them there before something goes wrong. */
export async function preloadUnusual(): Promise<void> {
  const parts = [actions, failureDetails, messageBanners, oddities, wait]
  await Promise.all(parts.map((part) => part.preload()))
}
