type Scheme = 'light' | 'dark'

// The attribute and the key are those of the form fields' library, which reads them too.
const ATTRIBUTE = 'data-mantine-color-scheme'
const STORAGE_KEY = 'mantine-color-scheme-value'
const systemIsDark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

/**
 * Colours the page as chosen on this device, else as the system is, and keeps it so. Called before anything is drawn,
 * so that nothing flashes.
 */
export function applyColorScheme(): void {
  const apply = () => show(readChoice() ?? (systemIsDark.matches ? 'dark' : 'light'))
  apply()
  systemIsDark.addEventListener('change', apply)
  addEventListener('storage', (event) => (event.key === STORAGE_KEY ? apply() : undefined))
}

export function chooseColorScheme(scheme: Scheme): void {
  try {
    localStorage.setItem(STORAGE_KEY, scheme)
  } catch {
    // Then the choice lasts as long as the page.
  }
  show(scheme)
}

export function shownColorScheme(): Scheme {
  return document.documentElement.getAttribute(ATTRIBUTE) === 'dark' ? 'dark' : 'light'
}

/** @returns a function that stops listening */
export function hearColorScheme(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function show(scheme: Scheme): void {
  document.documentElement.setAttribute(ATTRIBUTE, scheme)
  for (const listener of listeners) listener()
}

function readChoice(): Scheme | undefined {
  try {
    const stored = localStorage.getItem(STORAGE_KEY)
    return stored === 'light' || stored === 'dark' ? stored : undefined
  } catch {
    // A browser that keeps nothing follows the system.
    return undefined
  }
}
