import { Button } from '@mantine/core'
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
      A new version is ready.{' '}
      <Button size="compact-xs" variant="subtle" onClick={() => location.reload()}>
        Reload
      </Button>
    </p>
  )
}
