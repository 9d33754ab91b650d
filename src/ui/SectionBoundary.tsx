import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ErrorBoundary, useErrorBoundary } from 'react-error-boundary'
import * as buttons from '#words/buttons'
import * as words from '#words/ui'
import { Banner } from './Banner.tsx'

type Props = {
  name: string
  /** Called before it is tried again. */
  onRetry?: (() => void) | undefined
  /** Something beside the rest, whose absence is told calmly. */
  isExtra?: boolean
  children: ReactNode
}

/** Keeps a section that fails from taking the page with it, and offers to try it again. */
export function SectionBoundary({ name, onRetry, isExtra = false, children }: Props) {
  return (
    <ErrorBoundary onReset={() => onRetry?.()} fallback={<NotShown name={name} isExtra={isExtra} />}>
      {children}
    </ErrorBoundary>
  )
}

function NotShown({ name, isExtra }: Pick<Props, 'name' | 'isExtra'>) {
  const { resetBoundary } = useErrorBoundary()
  return (
    <Banner tone={isExtra ? 'hint' : 'error'} title={words.notShown({ name })} message={words.notShownAdvice()}>
      <Button size="xs" variant="default" onClick={resetBoundary}>
        {buttons.retry()}
      </Button>
    </Banner>
  )
}
