import * as words from '#words/search'
import { Button, Group, MultiSelect, Pill } from '@mantine/core'
import { type ReactNode, type Ref, useMemo } from 'react'
import { sortedByName } from '#src/format/sort-names.ts'
import { useSession } from '#src/session/session-context.ts'
import classes from './SearchForm.module.css'

/** More chosen dealers than these are a number: hundreds of pills would push the form out of sight. */
const MOST_PILLS = 8
/** So many are offered at once; typing finds the others. */
const MOST_OFFERED = 100

type Props = {
  value: string[]
  onChange: (dealers: string[]) => void
  error?: ReactNode
  ref?: Ref<HTMLInputElement>
}

/** Which of the person's dealers are asked: some by name, or all with one press. */
export function DealersField({ value, onChange, error, ref }: Props) {
  const { dealers } = useSession()
  const offered = useMemo(
    () => sortedByName(dealers, ({ name }) => name).map(({ uuid, name }) => ({ value: uuid, label: name })),
    [dealers],
  )
  const all = dealers.map((dealer) => dealer.uuid)
  const isCounted = value.length > MOST_PILLS
  const countPill = (pill: { value?: unknown }) =>
    pill.value === value[0] ? <Pill>{words.dealersChosen({ count: value.length })}</Pill> : null
  return (
    <div>
      <MultiSelect
        ref={ref}
        label={words.dealers()}
        data={offered}
        limit={MOST_OFFERED}
        searchable
        // Where the chosen have no pills of their own, the list is where one is taken away.
        hidePickedOptions={!isCounted}
        nothingFoundMessage={words.noOtherMatches()}
        value={value}
        onChange={onChange}
        error={error}
        {...(isCounted ? { renderPill: countPill } : {})}
      />
      {all.length < 2 ? null : (
        <Group gap={4} className={classes.all}>
          <Button
            size="compact-sm"
            variant="transparent"
            disabled={value.length === all.length}
            onClick={() => onChange(all)}
          >
            {words.allDealers({ count: all.length })}
          </Button>
          <Button size="compact-sm" variant="transparent" disabled={value.length === 0} onClick={() => onChange([])}>
            {words.noneChosen()}
          </Button>
        </Group>
      )}
    </div>
  )
}
