import type { ApiFailure } from '#src/api/failure.ts'
import { Code } from '#src/ui/Code.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import classes from './FailureDetails.module.css'

type Props = { failure: ApiFailure }

/** What support needs, on the screen so that a screenshot has it. Never a message: it could hold personal data. */
export function FailureDetails({ failure }: Props) {
  const facts = detailsOf(failure)
  return (
    <div className={classes.details}>
      <dl className={classes.list}>
        {facts.map(([label, value]) => (
          <div key={label} className={classes.fact}>
            <dt>{label}</dt>
            <dd>
              <Code>{value}</Code>
            </dd>
          </div>
        ))}
      </dl>
      <CopyButton what="details" value={facts.map(([label, value]) => `${label}: ${value}`).join('\n')}>
        Copy details
      </CopyButton>
    </div>
  )
}

function detailsOf({ facts, at, reason }: ApiFailure): [label: string, value: string][] {
  const codes = facts.errors?.map((error) => error.errorCode).filter((code) => typeof code === 'string') ?? []
  const details: [string, string | undefined][] = [
    ['Reference', facts.requestId],
    ['Time', new Date(at).toISOString()],
    ['Status', facts.status === undefined ? undefined : String(facts.status)],
    ['Code', codes.length === 0 ? undefined : codes.join(', ')],
    ['Kind', reason],
  ]
  return details.filter((detail): detail is [string, string] => detail[1] !== undefined)
}
