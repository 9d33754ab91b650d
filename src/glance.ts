import './app/styles.ts'
import { pageSession } from './api/page-session.ts'
import { Glance } from './app/Glance.tsx'
import { noteGlance } from './customer/glance-drawn.ts'
import { parseCustomerAddress } from './customer/customer-url.ts'
import { readAhead } from './customer/read-ahead.ts'
import { drawStatic } from './ui/draw-static.ts'

/**
 * Reads the customer whom the address names, and shows the header at once, before the app has been started: people read
 * while it is. Whatever is not a plain good answer is left to the app.
 */
export async function drawGlance(): Promise<void> {
  const root = document.getElementById('root')
  const address = parseCustomerAddress(location)
  if (root === null || address === undefined || pageSession === undefined) return
  const outcome = await readAhead(pageSession, address.search)
  if (outcome.kind !== 'customer') return
  const { answer } = outcome
  // What stands above the header then would push it down when it comes.
  const isPlain = address.isPlain && answer.errors.length + answer.warnings.length === 0
  if (!isPlain || root.hasChildNodes()) return
  const drawn = document.createDocumentFragment()
  drawStatic(Glance({ session: pageSession, search: address.search, answer }), drawn)
  root.append(drawn)
  noteGlance()
}
