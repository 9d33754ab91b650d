import './styles.ts'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { BrowserRouter } from 'react-router-dom'
import { Announcer } from '#src/ui/Announcer.tsx'
import { makeQueryClient } from './query-client.ts'
import { AppRoutes } from './AppRoutes.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import { theme } from './theme.ts'

type Props = { nonce: string }

export function App({ nonce }: Props) {
  const [queryClient] = useState(makeQueryClient)
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <Announcer>
            <PageBoundary>
              <AppRoutes />
            </PageBoundary>
          </Announcer>
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  )
}
