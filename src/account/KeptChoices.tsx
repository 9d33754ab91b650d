import * as words from '#words/account'
import * as ofLanguage from '#words/language'
import { Button } from '@mantine/core'
import { formatList } from '#src/format/list.ts'
import { LANGUAGE_NAMES, useLanguageChoice } from '#src/session/choose-language.ts'
import { usePreference, useResetAll } from '#src/session/preferences.ts'
import { useSession } from '#src/session/session-context.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { stepButton } from '#src/ui/at-end.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import classes from './AccountList.module.css'

type Choice = { name: string; value: string; isChosen: boolean; isFailed: boolean; reset: () => void }

/** What the desk keeps of how the person works with it, and the way back from each. */
export function KeptChoices() {
  const choices = useChoices()
  const announce = useAnnounce()
  const { preferences } = useSession()
  const all = useResetAll(() => {
    announce(words.allReset())
    // A page is built for one language.
    if (preferences.language !== undefined) location.reload()
  })
  return (
    <TitledCard title={words.remembers()}>
      <p className={classes.lead}>{words.remembersLead()}</p>
      {all.isFailed || choices.some(({ isFailed }) => isFailed) ? (
        <Banner tone="error" title={words.notReset()} message={words.notResetAdvice()} />
      ) : null}
      <ul className={classes.list} aria-label={words.rememberedChoices()}>
        {choices.map((choice) => (
          <li key={choice.name} className={classes.entry}>
            <div>
              <p className={classes.name}>{choice.name}</p>
              <p className={classes.facts}>{choice.value}</p>
            </div>
            <Button
              variant="default"
              size="xs"
              aria-label={words.resetNamed({ name: choice.name })}
              {...stepButton(!choice.isChosen, () => {
                choice.reset()
                announce(words.isReset({ name: choice.name }))
              })}
            >
              {words.reset()}
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="default" {...stepButton(!choices.some(({ isChosen }) => isChosen), all.resetAll)}>
        {words.resetAll()}
      </Button>
    </TitledCard>
  )
}

function useChoices(): Choice[] {
  const { dealers } = useSession()
  const language = useLanguageChoice()
  const colors = usePreference('color-scheme')
  const asked = usePreference('dealers')
  const columns = usePreference('orders-columns')
  const rows = usePreference('orders-rows')
  const pageSize = usePreference('orders-page-size')
  const findings = usePreference('findings-off')
  const singleKeys = usePreference('single-keys')
  const names = dealers.filter(({ uuid }) => asked.value?.includes(uuid)).map(({ name }) => name)
  const changed = Object.keys(columns.value ?? {}).length
  const off = findings.value?.length ?? 0
  const kept = [
    [
      ofLanguage.language(),
      language,
      language.value === undefined ? ofLanguage.asBrowser() : LANGUAGE_NAMES[language.value],
    ],
    [
      words.colors(),
      colors,
      colors.value === undefined ? words.asSystem() : colors.value === 'dark' ? words.dark() : words.light(),
    ],
    [words.dealersAsked(), asked, names.length === 0 ? words.allOfYours() : formatList(names)],
    [words.orderColumns(), columns, changed === 0 ? words.asEverybody() : words.columnsChanged({ count: changed })],
    [words.orderRows(), rows, rows.value === 'compact' ? words.compact() : words.comfortable()],
    [words.pageSize(), pageSize, pageSize.value === undefined ? words.asEverybody() : String(pageSize.value)],
    [words.findingKinds(), findings, off === 0 ? words.allShown() : words.kindsOff({ count: off })],
    [words.singleKeys(), singleKeys, singleKeys.value === false ? words.off() : words.on()],
  ] as const
  return kept.map(([name, { value, isFailed, choose }, said]) => ({
    name,
    value: said,
    isChosen: value !== undefined,
    isFailed,
    reset: () => choose(undefined),
  }))
}
