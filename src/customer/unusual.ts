import { inOwnChunk } from '#src/ui/in-own-chunk.ts'
import { PlainFailure, PlainMessages, PlainNotice } from './PlainFailure.tsx'

// What a good answer never needs comes in a chunk of its own, fetched when the page has nothing else to do.
const failure = inOwnChunk(async () => (await import('./FailurePanel.tsx')).FailurePanel, PlainFailure)
const wait = inOwnChunk(async () => (await import('./WaitForRepeat.tsx')).WaitForRepeat, PlainFailure)
const waitBanner = inOwnChunk(
  async () => (await import('./WaitForRepeat.tsx')).WaitForRepeatBanner,
  () => null,
)
const refreshFailure = inOwnChunk(async () => (await import('./RefreshFailure.tsx')).RefreshFailure, PlainFailure)
const messageBanners = inOwnChunk(async () => (await import('./MessageBanners.tsx')).MessageBanners, PlainMessages)
const nothingFound = inOwnChunk(async () => (await import('./OutcomePanels.tsx')).NothingFound, PlainNotice)
const otherCustomer = inOwnChunk(async () => (await import('./OutcomePanels.tsx')).OtherCustomer, PlainNotice)
const cancelled = inOwnChunk(async () => (await import('./OutcomePanels.tsx')).Cancelled, PlainNotice)
const answerDetails = inOwnChunk(
  async () => (await import('./FailureDetails.tsx')).AnswerDetails,
  () => null,
)

export const FailurePanel = failure.Part
export const WaitForRepeat = wait.Part
export const WaitForRepeatBanner = waitBanner.Part
export const RefreshFailure = refreshFailure.Part
export const MessageBanners = messageBanners.Part
export const NothingFound = nothingFound.Part
export const OtherCustomer = otherCustomer.Part
export const Cancelled = cancelled.Part
export const AnswerDetails = answerDetails.Part

const parts = [
  failure,
  wait,
  waitBanner,
  refreshFailure,
  messageBanners,
  nothingFound,
  otherCustomer,
  cancelled,
  answerDetails,
]

/** Has them there before something goes wrong: then it may be too late to fetch anything. */
export async function preloadUnusual(): Promise<void> {
  await Promise.all(parts.map((part) => part.preload()))
}
