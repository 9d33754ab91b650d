import './trusted-types.ts'
import { pageSession } from './api/page-session.ts'
import { parseCustomerAddress } from './customer/customer-url.ts'
import { drawGlance } from './glance.ts'
import { applyColorScheme } from './ui/color-scheme.ts'

/** Longer than a good answer takes, and shorter than anybody notices. */
const GLANCE_WITHIN_MS = 300

// Everything that need not wait for the app: this file is on the machine long before it.
applyColorScheme()
// Loading a page from the browser's memory would bring back what was on it, also after a sign-out.
addEventListener('pageshow', (event) => (event.persisted ? location.reload() : undefined))
void showAtOnce().then(() => import('./main.tsx').catch(sayNotLoaded))

/** A customer who is there soon is drawn before the app starts, which would keep the processor busy. */
async function showAtOnce(): Promise<void> {
  if (pageSession === undefined || parseCustomerAddress(location) === undefined) return
  const late = new Promise<void>((resolve) => setTimeout(resolve, GLANCE_WITHIN_MS))
  const drawn = drawGlance().then(nextFrame)
  await Promise.race([drawn.catch(ignore), late])
}

/** On the screen, not only in the page. */
const nextFrame = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
  })

/** What fails here fails in the app too, which says what is wrong. */
function ignore(): void {}

function sayNotLoaded(error: unknown): void {
  const words = document.createElement('p')
  words.setAttribute('role', 'alert')
  words.textContent = 'Customer Desk could not be loaded. Check the network, then reload the page.'
  document.getElementById('root')?.replaceChildren(words)
  throw error
}
