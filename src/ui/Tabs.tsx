import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import classes from './Tabs.module.css'

type Props<Name extends string> = {
  /** Names the list of tabs. */
  label: string
  tabs: readonly { name: Name; label: ReactNode }[]
  selected: Name
  onSelect: (name: Name) => void
  /** The panel of the selected tab. */
  children: ReactNode
}

/**
 * Tabs as the ARIA Authoring Practices describe them: one stop for Tab, arrows walk around, Home and End go to the
 * ends, and the tab that they lead to opens at once, since its panel needs no loading.
 */
export function Tabs<Name extends string>({ label, tabs, selected, onSelect, children }: Props<Name>) {
  const id = useId()
  const buttons = useRef(new Map<Name, HTMLButtonElement>())
  const select = (name: Name) => (name === selected ? undefined : onSelect(name))
  const handleKey = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === selected)
    const targets: Record<string, number> = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }
    const target = tabs[targets[event.key] ?? -1]?.name
    if (target === undefined) return
    event.preventDefault()
    select(target)
    buttons.current.get(target)?.focus()
  }
  return (
    <div>
      <div role="tablist" aria-label={label} className={classes.list}>
        {tabs.map(({ name, label: words }) => (
          <button
            key={name}
            ref={(button) => {
              if (button !== null) buttons.current.set(name, button)
            }}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={name === selected}
            aria-controls={name === selected ? `${id}-panel` : undefined}
            tabIndex={name === selected ? 0 : -1}
            className={classes.tab}
            onClick={() => select(name)}
            onKeyDown={handleKey}
          >
            {words}
          </button>
        ))}
      </div>
      <div
        key={selected}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${selected}`}
        tabIndex={0}
        className={classes.panel}
      >
        {children}
      </div>
    </div>
  )
}
