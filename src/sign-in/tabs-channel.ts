/** What the tabs of one browser tell each other: nothing but that somebody signs out, or is at work. */
type Word = 'signing-out' | 'signed-out' | 'at-work'

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('customer-desk')

export function tellTabs(word: Word): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast channel takes none: it is same-origin
  channel?.postMessage(word)
}

/** @returns a function that ends the subscription */
export function subscribeToTabs(listener: (word: Word) => void): () => void {
  const handle = ({ data }: MessageEvent<Word>) => listener(data)
  channel?.addEventListener('message', handle)
  return () => channel?.removeEventListener('message', handle)
}
