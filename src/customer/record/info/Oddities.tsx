import * as words from '#words/info'
import type { Oddity } from '#src/contract/read-answer.ts'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import { Code } from '#src/ui/Code.tsx'
import classes from './SecondaryCustomers.module.css'

const SHOWN = 20

const PROBLEMS: Readonly<Record<Oddity['problem'], () => string>> = {
  'number sent as text': words.numberAsText,
  'text sent as a number': words.textAsNumber,
  'yes or no sent as something else': words.flagAsOther,
  'one entry where a list belongs': words.entryForList,
  'entry that is no object': words.entryNoObject,
  'value of a wrong type': words.wrongType,
  'unknown value': words.unknownValue,
}

type Props = { oddities: readonly Oddity[] }

/** What in this answer is not as agreed with the platform, so that somebody can have it mended. */
export function Oddities({ oddities }: Props) {
  return (
    <TitledCard title={words.odd()} count={oddities.length}>
      <ul className={classes.list}>
        {oddities.slice(0, SHOWN).map(({ path, problem }) => (
          <li key={`${path} ${problem}`} className={classes.row}>
            <span>{PROBLEMS[problem]()}</span>
            <Code>{path}</Code>
          </li>
        ))}
      </ul>
      {oddities.length > SHOWN ? <p>{words.more({ count: oddities.length - SHOWN })}</p> : null}
    </TitledCard>
  )
}
