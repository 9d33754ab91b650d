import { Checkbox } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { FilterChoice } from './filter-choices.ts'
import { PopoverButton } from './PopoverButton.tsx'

type Props = {
  label: string
  choices: readonly FilterChoice[]
  chosen: readonly string[]
  onChange: (values: string[]) => void
}

/** One filter: a button that says what is chosen, and the values with how often they occur. */
export function FilterMenu({ label, choices, chosen, onChange }: Props) {
  const names = choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.label)
  const isOn = chosen.length > 0
  return (
    <PopoverButton
      name={`${label} filter${isOn ? `: ${names.join(', ')}` : ''}`}
      isOn={isOn}
      label={isOn ? names.join(', ') : label}
      icon={<IconChevronDown size={14} aria-hidden="true" />}
    >
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          label={`${choice.label} (${choice.count})`}
          checked={chosen.includes(choice.value)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? [...chosen, choice.value]
                : chosen.filter((value) => value !== choice.value),
            )
          }
        />
      ))}
    </PopoverButton>
  )
}
