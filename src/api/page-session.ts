import type { Session } from '#src/contract/desk/session.ts'

/** Who is signed in, as the server wrote into the page; undefined when it could not know, or nobody is. */
export const pageSession: Session | undefined = readPageSession()

function readPageSession(): Session | undefined {
  try {
    const text = document.getElementById('desk-session')?.textContent?.trim() ?? ''
    return text.startsWith('{') ? (JSON.parse(text) as Session) : undefined
  } catch {
    return undefined
  }
}
