import * as words from '#words/boot'

/** Says so when the file that starts the app cannot be had: nothing else could. */
export function sayWhenNotLoaded(): void {
  // Such events do not bubble.
  addEventListener('error', ({ target }) => (target instanceof HTMLScriptElement ? sayNotLoaded() : undefined), true)
}

function sayNotLoaded(): void {
  const told = document.createElement('p')
  told.setAttribute('role', 'alert')
  told.textContent = words.notLoaded()
  document.getElementById('root')?.replaceChildren(told)
}
