import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { BrowserRouter } from 'react-router-dom'
import { Announcer } from '#src/ui/Announcer.tsx'
import { makeQueryClient } from './query-client.ts'
import { AppRoutes } from './AppRoutes.tsx'
import { PageBoundary } from './PageBoundary.tsx'

export function App() {
  const [queryClient] = useState(makeQueryClient)
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <Announcer>
          <PageBoundary>
            <AppRoutes />
          </PageBoundary>
        </Announcer>
      </BrowserRouter>
    </QueryClientProvider>
  )
}
