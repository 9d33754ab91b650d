/** Colours the page as the person chose, else as the system is, before anything is drawn. Mantine does the rest. */
export function showColorScheme(): void {
  const { dataset } = document.documentElement
  // The server writes into the page what the person who is signed in chose.
  const isChosen = dataset['colors'] === 'light' || dataset['colors'] === 'dark'
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  dataset['mantineColorScheme'] = isChosen ? dataset['colors'] : system
}
