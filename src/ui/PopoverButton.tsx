import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import classes from './PopoverButton.module.css'
import { PlainButton } from './PlainButton.tsx'

const GAP = 6
const EDGE = 8

type Props = {
  /** The button's accessible name. */
  name: string
  /** What the button shows. */
  label: ReactNode
  className: string | undefined
  isOn: boolean
  children: ReactNode
}

/**
 * A button that opens a small panel. The browser's own popover closes it by Escape or a click outside
 * and gives the focus back; only its place is worked out here.
 */
export function PopoverButton({ name, label, className, isOn, children }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const handleBeforeToggle = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState !== 'open') return
    const panel = event.currentTarget
    // What nobody has opened is not drawn; it has to stand there before the browser opens it.
    flushSync(() => setIsOpen(true))
    // The browser puts the focus there while it opens the panel; later, whoever is quick would be called back.
    panel.querySelector('input, select, button')?.toggleAttribute('autofocus', true)
  }
  const handleToggle = (event: ToggleEvent<HTMLDivElement>) => {
    // Not sooner: the browser gives the focus back only from something that is still there.
    if (event.newState !== 'open') setIsOpen(false)
    if (event.newState !== 'open' || button.current === null) return
    const panel = event.currentTarget
    const place = button.current.getBoundingClientRect()
    const below = innerHeight - place.bottom - GAP - EDGE
    const above = place.top - GAP - EDGE
    const isBelow = below >= Math.min(panel.scrollHeight, above) || below >= above
    panel.style.maxHeight = `${isBelow ? below : above}px`
    panel.style.top = isBelow ? `${place.bottom + GAP}px` : `${place.top - GAP - panel.offsetHeight}px`
    panel.style.left = `${Math.max(EDGE, Math.min(place.left, innerWidth - panel.offsetWidth - EDGE))}px`
  }
  return (
    <>
      <PlainButton ref={button} className={className} data-on={isOn || undefined} aria-label={name} popoverTarget={id}>
        {label}
      </PlainButton>
      <div
        id={id}
        popover="auto"
        role="group"
        aria-label={name}
        className={classes.panel}
        onBeforeToggle={handleBeforeToggle}
        onToggle={handleToggle}
      >
        {isOpen ? children : null}
      </div>
    </>
  )
}
