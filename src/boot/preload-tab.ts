import { parseCustomerAddress } from '#src/customer/look-up/customer-address.ts'

/** The files of each tab that comes in a chunk of its own; the build knows them. */
declare const TAB_FILES: Readonly<Record<string, readonly string[]>>

/** Has the browser fetch what the tab that the address names is made of beside the app, not after it. */
export function preloadTab(): void {
  const tab = parseCustomerAddress(location)?.tab
  for (const href of (tab && TAB_FILES[tab]) ?? []) {
    const link = document.createElement('link')
    link.nonce = document.currentScript?.nonce ?? ''
    link.crossOrigin = ''
    link.rel = href.endsWith('.css') ? 'stylesheet' : 'modulepreload'
    link.href = href
    document.head.append(link)
  }
}
