import { askCustomer } from './ask-customer.ts'
import { showColorScheme } from './color-scheme.ts'
import { sayWhenNotLoaded } from './not-loaded.ts'
import { preloadTab } from './preload-tab.ts'

// Stands in the page itself, ahead of every file.
showColorScheme()
sayWhenNotLoaded()
askCustomer()
preloadTab()
// Loading a page from the browser's memory would bring back what was on it, also after a sign-out.
addEventListener('pageshow', (event) => (event.persisted ? location.reload() : undefined))
