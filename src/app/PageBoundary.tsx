import type { ReactNode } from 'react'
import { Boundary } from '#src/ui/Boundary.tsx'
import classes from './PageBoundary.module.css'
import { Button } from '#src/ui/Button.tsx'

type Props = { children: ReactNode }

/** The last resort: whatever throws past every section lands here, and says how to go on. */
export function PageBoundary({ children }: Props) {
  return (
    <Boundary
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
    </Boundary>
  )
}
