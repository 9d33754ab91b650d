// Mantine's rules first, ours last.
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Input.css'
import './form-theme.css'
import { MantineProvider } from '@mantine/core'
import { getNonce } from 'get-nonce'
import type { ReactNode } from 'react'
import { useColorScheme } from './use-color-scheme.ts'
import { theme } from './form-theme.ts'

type Props = { children: ReactNode }

/** Around a form with Mantine's fields. Pages without fields load nothing of them. */
export function FormTheme({ children }: Props) {
  return (
    <MantineProvider theme={theme} forceColorScheme={useColorScheme()} getStyleNonce={() => getNonce() ?? ''}>
      {children}
    </MantineProvider>
  )
}
