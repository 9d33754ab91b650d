import * as words from '#words/second-factor'
import { failureBanner, namedError } from '#src/api/failure-banner.ts'
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
  const message = namedError(error)?.errorMessage
  return message ? (
    <Banner tone="error" title={title} message={message} />
  ) : (
    <Banner tone="error" {...failureBanner(error, words.thisOne())} />
  )
}
