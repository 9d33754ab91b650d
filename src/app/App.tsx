import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { BrowserRouter } from 'react-router-dom'
import { Announcer } from '#src/ui/Announcer.tsx'
import { AppRoutes } from './AppRoutes.tsx'
import { PageBoundary } from './PageBoundary.tsx'

type Props = { queryClient: QueryClient }

export function App({ queryClient }: Props) {
  return (
    <QueryClientProvider client={queryClient}>
      {/* What is chosen shows at once, as a checkbox expects; there is no slow page to be kept waiting behind. */}
      <BrowserRouter useTransitions={false}>
        <Announcer>
          <PageBoundary>
            <AppRoutes />
          </PageBoundary>
        </Announcer>
      </BrowserRouter>
    </QueryClientProvider>
  )
}
