import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { FilterMenu } from './FilterMenu.tsx'
import { filterChoices, withChosen } from './order-filter.ts'
import type { OrderRow } from './order-row.ts'
import { type FilterName, filterNames, type OrdersView } from './orders-url.ts'
import classes from './OrdersFilters.module.css'
import { Button } from '#src/ui/Button.tsx'

const LABELS: Record<FilterName, string> = { status: 'Status', type: 'Type', vehicle: 'Vehicle', store: 'Dealer' }

type Change = Partial<Pick<OrdersView, 'text' | 'chosen'>>
type Props = {
  rows: readonly OrderRow[]
  view: OrdersView
  onText: (text: string) => void
  onChange: (change: Change) => void
  /** Stands at the end of the line. */
  children: ReactNode
}

/** Narrows the orders by text and by the values that occur. Everything chosen stands in the address. */
export function OrdersFilters({ rows, view, onText, onChange, children }: Props) {
  const offered = useMemo(() => filterNames.map((name) => ({ name, all: filterChoices(rows, name) })), [rows])
  const isFiltered = view.text !== '' || filterNames.some((name) => view.chosen[name].length > 0)
  return (
    <div className={classes.filters}>
      <TextFilter text={view.text} onChange={onText} />
      {offered.map(({ name, all }) => {
        const choices = withChosen(all, view.chosen[name])
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
      {children}
    </div>
  )
}

type TextFilterProps = { text: string; onChange: (text: string) => void }

function TextFilter({ text, onChange }: TextFilterProps) {
  return (
    <div className={classes.text}>
      <IconSearch size={15} aria-hidden="true" className={classes.icon} />
      <input
        className={classes.field}
        aria-label="Filter orders"
        placeholder="Filter orders"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}
