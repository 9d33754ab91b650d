import { IconSearch } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import { FilterMenu } from './FilterMenu.tsx'
import { filterChoices, withChosen } from './order-filter.ts'
import type { OrderRow } from './order-row.ts'
import { type FilterName, filterNames, noFilter, type OrdersView } from './orders-url.ts'
import classes from './OrdersFilters.module.css'
import { Button } from '#src/ui/Button.tsx'

const LABELS: Record<FilterName, string> = { status: 'Status', type: 'Type', vehicle: 'Vehicle', store: 'Dealer' }

type Props = Pick<OrdersView, 'text' | 'chosen'> & {
  rows: readonly OrderRow[]
  onText: (text: string) => void
  onChange: (change: Partial<OrdersView>) => void
}

/** Narrows the orders by text and by the values that occur. Everything chosen stands in the address. */
export const OrdersFilters = memo(function OrdersFilters({ rows, text, chosen, onText, onChange }: Props) {
  const offered = useMemo(() => filterNames.map((name) => ({ name, all: filterChoices(rows, name) })), [rows])
  const isFiltered = text !== '' || filterNames.some((name) => chosen[name].length > 0)
  return (
    <>
      <TextFilter text={text} onChange={onText} />
      {offered.map(({ name, all }) => {
        const choices = withChosen(all, chosen[name])
        // One value for all is no choice.
        if (choices.length < 2 && chosen[name].length === 0) return null
        return (
          <FilterMenu
            key={name}
            label={LABELS[name]}
            choices={choices}
            chosen={chosen[name]}
            onChange={(values) => onChange({ chosen: { ...chosen, [name]: values }, page: undefined })}
          />
        )
      })}
      {isFiltered ? (
        <Button size="small" look="quiet" onClick={() => onChange(noFilter)}>
          Clear all
        </Button>
      ) : null}
    </>
  )
})

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
