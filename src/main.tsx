import './boot/trusted-types.ts'
import './ui/styles.ts'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { makeQueryClient } from './app/query-client.ts'
import { whenShown } from './boot/when-shown.ts'
import { parseCustomerAddress } from './customer/look-up/customer-address.ts'
import { preloadPanel } from './customer/record/preload-panel.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root')
// Components that add style elements by themselves ask here for the page's nonce.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
setNonce(nonce)

whenShown(() => {
  const queryClient = makeQueryClient()
  preloadPanel(queryClient, parseCustomerAddress(location)?.tab)
  createRoot(root).render(
    <StrictMode>
      <App queryClient={queryClient} nonce={nonce} />
    </StrictMode>,
  )
})
