import * as words from '#words/orders'
import { Checkbox } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { memo } from 'react'
import type { FilterChoice } from './filter-choices.ts'
import type { FilterName } from './orders-address.ts'
import { PopoverButton } from '#src/ui/PopoverButton.tsx'

type Props = {
  name: FilterName
  label: string
  choices: readonly FilterChoice[]
  /** The chosen values as a JSON list: the same text is the same choice. */
  chosen: string
  onChange: (name: FilterName, values: string[]) => void
}

/** One filter: a button that says what is chosen, and the values with how often they occur. */
export const FilterMenu = memo(function FilterMenu({ name, label, choices, chosen, onChange }: Props) {
  const values = JSON.parse(chosen) as string[]
  const names = choices.filter((choice) => values.includes(choice.value)).map((choice) => choice.label)
  const isOn = values.length > 0
  return (
    <PopoverButton
      name={
        isOn ? words.filterChosen({ filter: label, chosen: names.join(', ') }) : words.filterNamed({ filter: label })
      }
      isOn={isOn}
      label={isOn ? names.join(', ') : label}
      icon={<IconChevronDown size={14} aria-hidden="true" />}
    >
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          label={`${choice.label} (${choice.count})`}
          checked={values.includes(choice.value)}
          onChange={(event) =>
            onChange(
              name,
              event.currentTarget.checked
                ? [...values, choice.value]
                : values.filter((value) => value !== choice.value),
            )
          }
        />
      ))}
    </PopoverButton>
  )
})
