import { fromParts } from './answer-parts.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
// oxlint-disable-next-line import/default -- the build makes an address of the file
import workerPath from './reading-worker.ts?worker&url'

type TrustedTypes = {
  createPolicy(name: string, policy: { createScriptURL(): string }): { createScriptURL(text: string): string }
}
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
// The one address that a thread of the page may be started from, whatever it is asked for.
const policy = { createScriptURL: () => workerPath }
const trusted = trustedTypes?.createPolicy('reading-worker', policy) ?? policy

/**
 * Reads a large answer on a thread of its own, so that the page goes on meanwhile.
 * @returns undefined when it could not be read there, for whatever reason
 * @throws the signal's reason when it was given up
 */
export async function readInWorker(bytes: ArrayBuffer, signal: AbortSignal): Promise<CustomerAnswer | undefined> {
  signal.throwIfAborted()
  const worker = start()
  if (worker === undefined) return undefined
  return new Promise<CustomerAnswer | undefined>((resolve, reject) => {
    const parts = fromParts()
    // Nothing of a customer stays behind in it.
    const end = () => {
      worker.terminate()
      signal.removeEventListener('abort', giveUp)
    }
    const giveUp = () => {
      end()
      reject(signal.reason)
    }
    signal.addEventListener('abort', giveUp)
    worker.addEventListener('message', ({ data }: MessageEvent<string | null>) => {
      if (data !== null) return parts.take(data)
      end()
      resolve(parts.answer())
    })
    worker.addEventListener('error', (event) => {
      // The page reads it itself then.
      event.preventDefault()
      end()
      resolve(undefined)
    })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of the page is no window
    worker.postMessage(bytes)
  })
}

/** Undefined where the browser allows none. */
function start(): Worker | undefined {
  try {
    return new Worker(trusted.createScriptURL(''), { type: 'module' })
  } catch {
    return undefined
  }
}
