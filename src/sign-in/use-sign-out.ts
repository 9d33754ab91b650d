import { useQueryClient } from '@tanstack/react-query'
import { request } from '#src/api/request.ts'
import { tellTabs } from './tabs-channel.ts'

/**
 * Ends the session and empties the page. The page is loaded anew, so that no customer stays in memory or
 * in the browser's back-forward cache, also when the server cannot be reached.
 */
export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient()
  return async () => {
    await queryClient.cancelQueries()
    queryClient.clear()
    tellTabs('signed-out')
    const ended = request({ method: 'DELETE', path: '/api/session' })
    // A server that cannot be reached keeps the session until it is idle for long; the page is empty at once.
    const next = await ended.then(
      (answer) => answer.location ?? '/sign-in',
      () => undefined,
    )
    if (next === undefined) emptyPage()
    else location.replace(next)
  }
}

/** Without a server there is no page to go to, so this one says what has become of it. */
function emptyPage(): void {
  const title = element('h1', 'You are signed out on this screen')
  const words = element(
    'p',
    'Customer Desk could not be told. Close the browser, or sign out once more when the network is back.',
  )
  words.setAttribute('role', 'alert')
  const again = element('a', 'Go to the sign-in')
  again.href = '/sign-in'
  const main = document.createElement('main')
  main.append(title, words, again)
  document.body.replaceChildren(main)
}

function element<Name extends 'h1' | 'p' | 'a'>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
