import { Banner } from '#src/ui/Banner.tsx'
import { Button } from '@mantine/core'
import * as words from '#words/sign-in'
import { hasWay } from './sign-in-ways.ts'

type Props = { returnTo: string }

/** The way to the identity provider, where there is one. */
export function SingleSignOn({ returnTo }: Props) {
  if (!hasWay('single')) return null
  const query = returnTo === '/' ? '' : `?returnTo=${encodeURIComponent(returnTo)}`
  return (
    <Button
      component="a"
      href={`/api/sign-in${query}`}
      variant={hasWay('local') ? 'default' : 'filled'}
      fullWidth
      data-autofocus={hasWay('local') ? undefined : true}
    >
      {words.singleSignOn()}
    </Button>
  )
}

const PROBLEMS: Readonly<Record<string, [title: string, message: string]>> = {
  'provider-away': [
    words.providerAway(),
    hasWay('local') ? words.providerAwayUsePassword() : words.providerAwayAdvice(),
  ],
  'not-finished': [words.notFinished(), words.notFinishedAdvice()],
  'no-identifier': [words.noIdentifier(), words.noIdentifierAdvice()],
  'no-dealers': [words.noDealers(), words.noDealersAdvice()],
  'not-the-same-person': [words.notTheSamePerson(), words.notTheSamePersonAdvice()],
  disabled: [words.accountClosed(), words.accountClosedAdvice()],
  'one-factor': [words.oneFactor(), words.oneFactorAdvice()],
}

type ProblemProps = { problem: string | null; reference: string | null }

/** Why the way to the identity provider ended here. */
export function SingleSignOnProblem({ problem, reference }: ProblemProps) {
  const found = problem === null ? undefined : PROBLEMS[problem]
  if (found === undefined) return null
  // The address is anybody's to write: of the reference only what looks like one is shown.
  const known = reference !== null && /^[\w-]{8,64}$/.test(reference) ? reference : undefined
  return <Banner tone="error" title={found[0]} message={found[1]} reference={known} />
}
