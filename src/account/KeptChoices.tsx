import { Button } from '@mantine/core'
import { counted } from '#src/format/count.ts'
import { usePreference } from '#src/session/preferences.ts'
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
  const chosen = choices.filter(({ isChosen }) => isChosen)
  const reset = (which: readonly Choice[], said: string) => {
    for (const choice of which) choice.reset()
    announce(said)
  }
  return (
    <TitledCard title="What the desk remembers">
      <p className={classes.lead}>
        Kept for you on the server, so that every computer you sign in on has it. What an address says goes before it.
      </p>
      {choices.some(({ isFailed }) => isFailed) ? (
        <Banner tone="error" title="A choice could not be reset" message="It is as it was. Try again." />
      ) : null}
      <ul className={classes.list} aria-label="Remembered choices">
        {choices.map((choice) => (
          <li key={choice.name} className={classes.entry}>
            <div>
              <p className={classes.name}>{choice.name}</p>
              <p className={classes.facts}>{choice.value}</p>
            </div>
            <Button
              variant="default"
              size="xs"
              aria-label={`Reset: ${choice.name}`}
              {...stepButton(!choice.isChosen, () => reset([choice], `${choice.name}: reset`))}
            >
              Reset
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="default" {...stepButton(chosen.length === 0, () => reset(chosen, 'Everything is reset'))}>
        Reset everything
      </Button>
    </TitledCard>
  )
}

function useChoices(): Choice[] {
  const { dealers } = useSession()
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
    ['Colors', colors, colors.value === undefined ? 'As the system' : colors.value === 'dark' ? 'Dark' : 'Light'],
    ['Dealers asked last', asked, names.length === 0 ? 'All of yours' : names.join(', ')],
    ['Columns of the orders', columns, changed === 0 ? 'As for everybody' : `${counted(changed, 'column')} changed`],
    ['Rows of the orders', rows, rows.value === 'compact' ? 'Compact' : 'Comfortable'],
    ['Orders on a page', pageSize, pageSize.value === undefined ? 'As for everybody' : String(pageSize.value)],
    ['Kinds of findings', findings, off === 0 ? 'All shown' : `${counted(off, 'kind')} switched off`],
    ['Single-key shortcuts', singleKeys, singleKeys.value === false ? 'Off' : 'On'],
  ] as const
  return kept.map(([name, { value, isFailed, choose }, words]) => ({
    name,
    value: words,
    isChosen: value !== undefined,
    isFailed,
    reset: () => choose(undefined),
  }))
}
