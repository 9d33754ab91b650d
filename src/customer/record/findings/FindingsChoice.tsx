import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import { Button, Checkbox } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import * as words from '#words/findings-card'
import { RULES } from '#src/findings/finding.ts'
import { RULE_WORDS } from '#src/findings/rule-words.ts'
import { formatCount } from '#src/format/count.ts'
import { usePreference } from '#src/session/preferences.ts'
import { useSession } from '#src/session/session-context.ts'
import { PopoverButton } from '#src/ui/PopoverButton.tsx'
import classes from './FindingsChoice.module.css'

/** Which kinds of findings the person wants to see; kept for them on the server, for every customer. */
export function FindingsChoice() {
  const { findingsOff } = useSession()
  const { value: off = [], choose, isFailed } = usePreference('findings-off')
  // What this installation switched off is nobody's choice.
  const rules = RULES.filter((rule) => !findingsOff.includes(rule))
  const hidden = rules.filter((rule) => off.includes(rule)).length
  const name = hidden === 0 ? words.kinds() : words.kindsOff({ count: formatCount(hidden) })
  return (
    <>
      <PopoverButton name={name} isOn={hidden > 0} label={name} icon={<IconChevronDown size={14} aria-hidden="true" />}>
        <p className={classes.note}>{words.shownToYou()}</p>
        {rules.map((rule) => (
          <Checkbox
            key={rule}
            label={RULE_WORDS[rule]}
            checked={!off.includes(rule)}
            onChange={(event) =>
              choose(event.currentTarget.checked ? off.filter((other) => other !== rule) : [...off, rule])
            }
          />
        ))}
        <Button size="xs" variant="default" disabled={hidden === 0} onClick={() => choose(undefined)}>
          {words.resetKinds()}
        </Button>
      </PopoverButton>
      {isFailed ? <span role="status">{words.choiceNotKept()}</span> : null}
    </>
  )
}
