import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { BrowserRouter } from 'react-router-dom'
import { Announcer } from '#src/ui/Announcer.tsx'
import { AppRoutes } from './AppRoutes.tsx'
import { PageBoundary } from './PageBoundary.tsx'

type Props = { queryClient: QueryClient }

export function App({ queryClient }: Props) {
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
