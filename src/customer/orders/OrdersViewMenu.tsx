import { IconChevronDown } from '@tabler/icons-react'
import { PopoverButton } from '#src/ui/PopoverButton.tsx'
import { firstIsDescending, ORDER_COLUMNS } from './order-columns.ts'
import { type OrdersView, type Sort, sortKeys, type SortKey, usualColumns } from './orders-url.ts'
import menu from './FilterMenu.module.css'
import classes from './OrdersViewMenu.module.css'

type Props = {
  view: OrdersView
  onChange: (change: Partial<OrdersView>) => void
  onSort: (sort: Sort) => void
}

// Made once, so that it is not drawn anew with each sort.
const LABEL = (
  <>
    View
    <IconChevronDown size={14} aria-hidden="true" />
  </>
)

/** How the table is looked at: its order where there are no headers to press, its columns, its density. */
export function OrdersViewMenu({ view, onChange, onSort }: Props) {
  const isOn = view.isCompact || view.columns.join() !== usualColumns.join()
  const { sort } = view
  return (
    <PopoverButton name="View of the orders" className={menu.button} isOn={isOn} label={LABEL}>
      <div className={menu.choices}>
        <label className={classes.sort}>
          Sort by
          <select
            value={sort.key}
            onChange={(event) => {
              const key = event.currentTarget.value as SortKey
              onSort({ key, isDescending: firstIsDescending(key) })
            }}
          >
            {sortKeys.map((key) => (
              <option key={key} value={key}>
                {ORDER_COLUMNS[key].header}
              </option>
            ))}
          </select>
        </label>
        <Choice
          label="Descending"
          isOn={sort.isDescending}
          onChange={(isDescending) => onSort({ ...sort, isDescending })}
        />
        <Choice label="Compact rows" isOn={view.isCompact} onChange={(isCompact) => onChange({ isCompact })} />
        <fieldset className={classes.columns}>
          <legend>Columns</legend>
          {sortKeys
            .filter((key) => key !== 'number')
            .map((key) => (
              <Choice
                key={key}
                label={ORDER_COLUMNS[key].header}
                isOn={view.columns.includes(key)}
                onChange={(isShown) =>
                  onChange({
                    columns: sortKeys.filter((other) => (other === key ? isShown : view.columns.includes(other))),
                  })
                }
              />
            ))}
        </fieldset>
      </div>
    </PopoverButton>
  )
}

type ChoiceProps = { label: string; isOn: boolean; onChange: (isOn: boolean) => void }

function Choice({ label, isOn, onChange }: ChoiceProps) {
  return (
    <label className={menu.choice}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  )
}
