import { fromParts } from './answer-parts.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { Finding } from '#src/findings/finding.ts'
import type { ToRead } from './reading-worker.ts'
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
  const parts = fromParts()
  const isDone = await askWorker<string>({ bytes }, signal, (part) => parts.take(part))
  return isDone ? parts.answer() : undefined
}

/**
 * What the rules find in a large answer, looked through on a thread of its own.
 * @returns undefined and throws as `readInWorker`
 */
export async function findInWorker(wanted: Required<ToRead>, signal: AbortSignal): Promise<Finding[] | undefined> {
  let found: Finding[] | undefined
  await askWorker<Finding[]>(wanted, signal, (findings) => (found = findings))
  return found
}

/** @returns false when there is no such thread, or it failed: the page does it itself then */
async function askWorker<Told>(wanted: ToRead, signal: AbortSignal, take: (told: Told) => void): Promise<boolean> {
  signal.throwIfAborted()
  const worker = start()
  if (worker === undefined) return false
  return new Promise<boolean>((resolve, reject) => {
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
    worker.addEventListener('message', ({ data }: MessageEvent<Told | null>) => {
      if (data !== null) return take(data)
      end()
      resolve(true)
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      end()
      resolve(false)
    })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of the page is no window
    worker.postMessage(wanted)
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
