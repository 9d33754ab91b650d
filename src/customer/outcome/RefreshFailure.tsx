import { Button } from '@mantine/core'
import { type ApiFailure, failureWords, retryWords } from '#src/api/failure.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { FailureDetails } from './FailureDetails.tsx'
import { MessageBanners } from './MessageBanners.tsx'

type Props = { failure: ApiFailure; readAs: string; onRetry: () => void }

/** A record that could not be read again: what was read before stays below. */
export function RefreshFailure({ failure, readAs, onRetry }: Props) {
  const words = failureWords(failure)
  const { errors = [], warnings = [] } = failure.facts
  return (
    <>
      <Banner tone="error" title={words.title} message={`${readAs} ${words.advice}`} reference={failure.reference}>
        {failure.reason === 'service-refused' ? null : (
          <Button size="xs" variant="default" onClick={onRetry}>
            {retryWords(failure)}
          </Button>
        )}
      </Banner>
      {errors.length + warnings.length === 0 ? null : <MessageBanners errors={errors} warnings={warnings} />}
      <FailureDetails failure={failure} isInLine />
    </>
  )
}
