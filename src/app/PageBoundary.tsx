import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import classes from './PageBoundary.module.css'

type Props = { children: ReactNode }

/** The last resort: whatever throws past every section lands here, and says how to go on. */
export function PageBoundary({ children }: Props) {
  return (
    <ErrorBoundary
      fallback={
        <main className={classes.page}>
          <h1>This page could not be shown</h1>
          <p>
            Something in Customer Desk failed. Nothing was changed. Reload the page; if it stays, tell your support.
          </p>
          <Button onClick={() => location.reload()}>Reload</Button>
        </main>
      }
    >
      {children}
    </ErrorBoundary>
  )
}
