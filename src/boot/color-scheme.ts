/** Colours the page as was chosen on this device, else as the system is, before anything is drawn. Mantine does the rest. */
export function showColorScheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  document.documentElement.setAttribute('data-mantine-color-scheme', chosen() ?? system)
}

function chosen(): string | undefined {
  try {
    const stored = localStorage.getItem('mantine-color-scheme-value')
    return stored === 'light' || stored === 'dark' ? stored : undefined
  } catch {
    // A browser that keeps nothing follows the system.
    return undefined
  }
}
