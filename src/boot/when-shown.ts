/** Calls `act` as soon as somebody sees the page: at once, unless the browser prerenders it for later. */
export function whenShown(act: () => void): void {
  const { prerendering } = document as { prerendering?: boolean }
  if (prerendering === true) document.addEventListener('prerenderingchange', act, { once: true })
  else act()
}
