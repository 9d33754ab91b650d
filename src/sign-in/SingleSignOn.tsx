import { Banner } from '#src/ui/Banner.tsx'
import { Button } from '@mantine/core'
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
      Sign in with single sign-on
    </Button>
  )
}

const PROBLEMS: Readonly<Record<string, [title: string, message: string]>> = {
  'provider-away': [
    'Single sign-on does not answer',
    hasWay('local')
      ? 'Try again in a moment, or sign in with a password.'
      : 'Try again in a moment. If it stays, tell whoever runs Customer Desk.',
  ],
  'not-finished': [
    'The sign-in was not finished',
    'It took too long, was begun in another window, or was refused. Try again.',
  ],
  'no-identifier': ['Single sign-on did not say who you are', 'Whoever runs Customer Desk has to set up the claims.'],
  'no-dealers': ['No dealer is assigned to you', 'Ask your manager for access to the dealers you work for.'],
  'not-the-same-person': [
    'This identifier belongs to somebody else',
    'Report the reference to whoever runs Customer Desk.',
  ],
  disabled: ['Your account is closed', 'Ask your manager if this is a mistake.'],
  'one-factor': ['A second factor is needed', 'Sign in there with your phone or key as well, then come back.'],
}

type ProblemProps = { problem: string | null; reference: string | null }

/** Why the way to the identity provider ended here. */
export function SingleSignOnProblem({ problem, reference }: ProblemProps) {
  const words = problem === null ? undefined : PROBLEMS[problem]
  if (words === undefined) return null
  // The address is anybody's to write: of the reference only what looks like one is shown.
  const known = reference !== null && /^[\w-]{8,64}$/.test(reference) ? reference : undefined
  return <Banner tone="error" title={words[0]} message={words[1]} reference={known} />
}
