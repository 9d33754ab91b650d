import { ApiFailure, failureWords } from '#src/api/failure.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { PasskeyProblem } from './passkey-dialog.ts'

type Props = {
  error: Error
  /** What did not happen, as a title. */
  title: string
}

/** Why something with a second factor was not done. */
export function FactorProblem({ error, title }: Props) {
  if (error instanceof PasskeyProblem) return <Banner tone="error" title={title} message={error.message} />
  const failure = error instanceof ApiFailure ? error : new ApiFailure('failed')
  const message = failure.facts.errors?.[0]?.errorMessage
  if (message) return <Banner tone="error" title={title} message={message} />
  const words = failureWords(failure, 'This')
  return <Banner tone="error" title={words.title} message={words.advice} reference={failure.facts.requestId} />
}
