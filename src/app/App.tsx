import { type MantineColorScheme, type MantineColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { BrowserRouter } from 'react-router-dom'
import { sessionQuery } from '#src/session/session-query.ts'
import { Announcer } from '#src/ui/Announcer.tsx'
import { theme } from '#src/ui/theme.ts'
import { AppRoutes } from './AppRoutes.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import { useColorsOf } from './use-colors-of.ts'

type Props = {
  queryClient: QueryClient
  /** Of this page's content security policy. */
  nonce: string
}

export function App({ queryClient, nonce }: Props) {
  return (
    <QueryClientProvider client={queryClient}>
      <Look nonce={nonce}>
        {/* What is chosen shows at once, as a checkbox expects; what is slow to draw is deferred where it is drawn. */}
        <BrowserRouter useTransitions={false}>
          <Announcer>
            <PageBoundary>
              <AppRoutes />
            </PageBoundary>
          </Announcer>
        </BrowserRouter>
      </Look>
    </QueryClientProvider>
  )
}

/** Kept on the server, with what else the person chose, and nowhere in the browser. */
const colorsOfPage: MantineColorSchemeManager = {
  // As the page was coloured before this ran.
  get: () => document.documentElement.dataset['mantineColorScheme'] as MantineColorScheme,
  set() {},
  subscribe() {},
  unsubscribe() {},
  clear() {},
}

function Look({ nonce, children }: { nonce: string; children: ReactNode }) {
  const { data } = useQuery({ ...sessionQuery(), enabled: false })
  // While the page is locked it stays as it was.
  const [latest, setLatest] = useState(data)
  if (data && data !== latest) setLatest(data)
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={colorsOfPage}
      forceColorScheme={useColorsOf(latest)}
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  )
}
