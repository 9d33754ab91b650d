/** Says so when the file that starts the app cannot be had: nothing else could. */
export function sayWhenNotLoaded(): void {
  // Such events do not bubble.
  addEventListener('error', ({ target }) => (target instanceof HTMLScriptElement ? sayNotLoaded() : undefined), true)
}

function sayNotLoaded(): void {
  const words = document.createElement('p')
  words.setAttribute('role', 'alert')
  words.textContent = 'Customer Desk could not be loaded. Check the network, then reload the page.'
  document.getElementById('root')?.replaceChildren(words)
}
