import { Button } from '@mantine/core'
import * as words from '#words/app'
import * as buttons from '#words/buttons'
import { useWindowEvent } from '@mantine/hooks'
import { useState } from 'react'
import { OUTDATED_EVENT } from '#src/api/version.ts'
import classes from './AppLayout.module.css'

/** Said, not done: a page that reloads by itself loses what somebody is reading. */
export function NewVersion() {
  const [isOutdated, setIsOutdated] = useState(false)
  useWindowEvent(OUTDATED_EVENT, () => setIsOutdated(true))
  if (!isOutdated) return null
  return (
    <p className={classes.sample} role="status">
      {words.newVersion()}{' '}
      <Button size="compact-xs" variant="subtle" onClick={() => location.reload()}>
        {buttons.reload()}
      </Button>
    </p>
  )
}
