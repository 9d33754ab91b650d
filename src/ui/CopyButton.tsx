import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useAnnounce } from './Announcer.tsx'
import classes from './CopyButton.module.css'
import { PlainButton } from './PlainButton.tsx'

type Props = {
  /** What is copied, exactly. */
  value: string
  /** Names the thing: the button reads "Copy VIN". */
  what: string
  /** Words beside the icon. */
  children?: string
}

/** Copies a value and says so. Where the browser refuses, it offers the value selected in a field. */
export function CopyButton({ value, what, children }: Props) {
  const announce = useAnnounce()
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  useEffect(() => {
    if (state !== 'copied') return
    const timer = setTimeout(() => setState('idle'), 2000)
    return () => clearTimeout(timer)
  }, [state])

  const handleClick = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setState('copied')
      announce(`${what} copied`)
    } catch {
      setState('refused')
      announce(`The browser did not allow copying. ${what} is selected in a field.`)
    }
  }
  if (state === 'refused') {
    return (
      <input
        className={classes.fallback}
        aria-label={what}
        value={value}
        readOnly
        // The person asked for the value a moment ago; the field replaces the button they pressed.
        ref={(field) => field?.select()}
        onBlur={() => setState('idle')}
      />
    )
  }
  const Icon = state === 'copied' ? IconCheck : IconCopy
  return (
    <PlainButton
      className={classes.button}
      data-words={children === undefined ? undefined : true}
      aria-label={`Copy ${what}`}
      title={state === 'copied' ? 'Copied' : `Copy ${what}`}
      onClick={() => void handleClick()}
    >
      <Icon size={15} aria-hidden="true" />
      {children}
    </PlainButton>
  )
}
