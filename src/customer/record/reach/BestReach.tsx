import '@mantine/core/styles/Popover.layer.css'
import { Button, Popover } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import * as words from '#words/reach'
import { bestReach } from './best-reach.ts'
import header from '#src/customer/record/CustomerHeader.module.css'
import classes from './BestReach.module.css'

const WAYS = {
  phone: { name: words.phone, why: words.whyPhone },
  'e-mail': { name: words.email, why: words.whyEmail },
} as const

/** Which of the contacts in the header to use first; a press says why. */
export function BestReach({ communications }: Pick<CustomerAnswer, 'communications'>) {
  const best = useMemo(() => bestReach(communications), [communications])
  if (best === undefined) {
    return (
      <>
        <span className={header.label}>{words.bestWay()}</span>
        <span>{words.none()}</span>
      </>
    )
  }
  return (
    <>
      <span className={header.label}>{words.bestWay()}</span>
      <Popover position="bottom-start" trapFocus returnFocus shadow="md" width={320} transitionProps={{ duration: 0 }}>
        <Popover.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            className={classes.way}
            rightSection={<IconInfoCircle size={15} aria-hidden="true" />}
            aria-label={WAYS[best.way].why()}
          >
            {WAYS[best.way].name()}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={classes.reasons}>
          <p className={classes.why} tabIndex={-1} data-autofocus>
            {best.why}
          </p>
          {best.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Popover.Dropdown>
      </Popover>
    </>
  )
}
