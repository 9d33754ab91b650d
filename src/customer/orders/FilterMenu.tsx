import { IconChevronDown } from '@tabler/icons-react'
import { PopoverButton } from '#src/ui/PopoverButton.tsx'
import type { FilterChoice } from './order-filter.ts'
import classes from './FilterMenu.module.css'

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
      className={classes.button}
      isOn={isOn}
      label={
        <>
          <span className={classes.label}>{isOn ? names.join(', ') : label}</span>
          <IconChevronDown size={14} aria-hidden="true" />
        </>
      }
    >
      <div className={classes.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={classes.choice}>
            <input
              type="checkbox"
              checked={chosen.includes(choice.value)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...chosen, choice.value]
                    : chosen.filter((value) => value !== choice.value),
                )
              }
            />
            {choice.label} ({choice.count})
          </label>
        ))}
      </div>
    </PopoverButton>
  )
}
