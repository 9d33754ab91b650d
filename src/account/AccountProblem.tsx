import type { ReactNode } from 'react'
import { ApiFailure, failureWords } from '#src/api/failure.ts'
import { Banner } from '#src/ui/Banner.tsx'

type Props = {
  error: Error
  /** What was tried, as the subject of a sentence. */
  what: string
  children?: ReactNode
}

/** Why something about the account was not done: in the server's own words, where it has some. */
export function AccountProblem({ error, what, children }: Props) {
  const failure = error instanceof ApiFailure ? error : new ApiFailure('failed')
  const words = failureWords(failure, what)
  return (
    <Banner
      tone="error"
      title={words.title}
      message={failure.facts.errors?.[0]?.errorMessage ?? words.advice}
      reference={failure.facts.requestId}
    >
      {children}
    </Banner>
  )
}
