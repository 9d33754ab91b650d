import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { FilterMenu } from './FilterMenu.tsx'
import { filterChoices } from './order-filter.ts'
import type { OrderRow } from './order-row.ts'
import { type FilterName, filterNames, type OrdersView } from './orders-url.ts'
import classes from './OrdersFilters.module.css'
import { Button } from '#src/ui/Button.tsx'

const LABELS: Record<FilterName, string> = { status: 'Status', type: 'Type', vehicle: 'Vehicle', store: 'Dealer' }
/** Long enough that a fast typist is not interrupted, short enough to feel immediate. */
const SETTLE_MS = 150

type Change = Partial<Pick<OrdersView, 'text' | 'chosen'>>
type Props = { rows: readonly OrderRow[]; view: OrdersView; onChange: (change: Change) => void; children: ReactNode }

/** Narrows the orders by text and by the values that occur. Everything chosen stands in the address. */
export function OrdersFilters({ rows, view, onChange, children }: Props) {
  const isFiltered = view.text !== '' || filterNames.some((name) => view.chosen[name].length > 0)
  return (
    <div className={classes.filters}>
      <TextFilter text={view.text} onChange={(text) => onChange({ text })} />
      {filterNames.map((name) => {
        const choices = filterChoices(rows, name, view.chosen[name])
        // One value for all is no choice.
        if (choices.length < 2 && view.chosen[name].length === 0) return null
        return (
          <FilterMenu
            key={name}
            label={LABELS[name]}
            choices={choices}
            chosen={view.chosen[name]}
            onChange={(values) => onChange({ chosen: { ...view.chosen, [name]: values } })}
          />
        )
      })}
      {isFiltered ? (
        <Button
          size="small"
          look="quiet"
          onClick={() => onChange({ text: '', chosen: { status: [], type: [], vehicle: [], store: [] } })}
        >
          Clear all
        </Button>
      ) : null}
      <div className={classes.summary}>{children}</div>
    </div>
  )
}

function TextFilter({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(text)
  const sent = useRef(text)
  // Another filter or the Back button may change the address while nothing is typed.
  useEffect(() => {
    if (text !== sent.current) {
      sent.current = text
      setTyped(text)
    }
  }, [text])
  // Waits for a pause in the typing.
  useEffect(() => {
    if (typed === sent.current) return
    const timer = setTimeout(() => {
      sent.current = typed
      onChange(typed)
    }, SETTLE_MS)
    return () => clearTimeout(timer)
  }, [typed, onChange])
  return (
    <div className={classes.text}>
      <IconSearch size={15} aria-hidden="true" className={classes.icon} />
      <input
        className={classes.field}
        aria-label="Filter orders"
        placeholder="Filter orders"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </div>
  )
}
