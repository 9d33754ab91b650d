import * as words from '#words/outcome'
import type { ApiFailure } from '#src/api/failure.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { Code } from '#src/ui/Code.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import type { Answered } from '#src/customer/look-up/outcome.ts'
import classes from './FailureDetails.module.css'

type Detail = [label: string, value: string | undefined]

type Props = {
  failure: ApiFailure
  /** In a line above what stays on the screen. */
  isInLine?: boolean
}

/** What support needs to know about a request that failed. */
export function FailureDetails({ failure: { facts, at, reason, reference }, isInLine = false }: Props) {
  const status = facts.status === undefined ? undefined : String(facts.status)
  const details: Detail[] = [
    ...common(reference, at),
    [words.status(), status],
    codes(facts.errors),
    [words.kind(), reason],
  ]
  return <Details details={details} isInLine={isInLine} />
}

type AnswerDetailsProps = { answered: Answered; answer?: CustomerAnswer | undefined }

/** The same about an answer that came, but is not what was wanted. */
export function AnswerDetails({ answered, answer }: AnswerDetailsProps) {
  const status = String(answered.status)
  return (
    <Details details={[...common(answered.requestId, answered.at), [words.status(), status], codes(answer?.errors)]} />
  )
}

const common = (requestId: string | undefined, at: number): Detail[] => [
  [words.reference(), requestId],
  [words.time(), new Date(at).toISOString()],
]

function codes(errors: readonly { errorCode?: string | null | undefined }[] = []): Detail {
  const known = errors.map((error) => error.errorCode).filter((code) => typeof code === 'string')
  return [words.code(), known.length === 0 ? undefined : known.join(', ')]
}

/** On the screen, so that a screenshot has it. Never a message: it could hold personal data. */
function Details({ details, isInLine = false }: { details: readonly Detail[]; isInLine?: boolean }) {
  const facts = details.filter((detail): detail is [string, string] => detail[1] !== undefined)
  return (
    <div className={classes.details} data-in-line={isInLine || undefined}>
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
      <CopyButton what={words.details()} value={facts.map(([label, value]) => `${label}: ${value}`).join('\n')}>
        {words.copyDetails()}
      </CopyButton>
    </div>
  )
}
