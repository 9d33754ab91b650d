import { MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { BrowserRouter } from 'react-router-dom'
import { Announcer } from '#src/ui/Announcer.tsx'
import { theme } from '#src/ui/theme.ts'
import { AppRoutes } from './AppRoutes.tsx'
import { PageBoundary } from './PageBoundary.tsx'

type Props = {
  queryClient: QueryClient
  /** Of this page's content security policy. */
  nonce: string
}

export function App({ queryClient, nonce }: Props) {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        {/* What is chosen shows at once, as a checkbox expects; what is slow to draw is deferred where it is drawn. */}
        <BrowserRouter useTransitions={false}>
          <Announcer>
            <PageBoundary>
              <AppRoutes />
            </PageBoundary>
          </Announcer>
        </BrowserRouter>
      </MantineProvider>
    </QueryClientProvider>
  )
}
