import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { makeQueryClient } from './app/query-client.ts'
import { awaitFirstRecord } from './customer/first-record.ts'

// Components that add style elements by themselves ask here for the page's nonce.
setNonce(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '')

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no element #root')
  const queryClient = makeQueryClient()
  await awaitFirstRecord(queryClient)
  createRoot(root).render(<App queryClient={queryClient} />)
}

void start()
