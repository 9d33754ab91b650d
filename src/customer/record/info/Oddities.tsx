import * as words from '#words/info'
import type { Oddity } from '#src/contract/read-answer.ts'
import { ODDITY_WORDS } from '#src/findings/oddity-words.ts'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import { Code } from '#src/ui/Code.tsx'
import classes from './SecondaryCustomers.module.css'

const SHOWN = 20

type Props = { oddities: readonly Oddity[] }

/** What in this answer is not as agreed with the platform, so that somebody can have it mended. */
export function Oddities({ oddities }: Props) {
  return (
    <TitledCard title={words.odd()} count={oddities.length}>
      <ul className={classes.list}>
        {oddities.slice(0, SHOWN).map(({ path, problem }) => (
          <li key={`${path} ${problem}`} className={classes.row}>
            <span>{ODDITY_WORDS[problem]}</span>
            <Code>{path}</Code>
          </li>
        ))}
      </ul>
      {oddities.length > SHOWN ? <p>{words.more({ count: oddities.length - SHOWN })}</p> : null}
    </TitledCard>
  )
}
