import { Button } from '@mantine/core'
import * as words from '#words/app'
import * as buttons from '#words/buttons'
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
          <h1>{words.notShown()}</h1>
          <p>{words.failed()}</p>
          <Button onClick={() => location.reload()}>{buttons.reload()}</Button>
        </main>
      }
    >
      {children}
    </ErrorBoundary>
  )
}
