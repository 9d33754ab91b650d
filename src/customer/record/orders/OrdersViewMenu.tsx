import { Checkbox, NativeSelect } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { memo } from 'react'
import { firstIsDescending, ORDER_COLUMNS } from './order-columns.ts'
import { type OrdersView, type Sort, sortKeys, type SortKey, usualColumns } from './orders-address.ts'
import { PopoverButton } from '#src/ui/PopoverButton.tsx'
import classes from './OrdersTools.module.css'

const SORTS = sortKeys.map((key) => ({ value: key, label: ORDER_COLUMNS[key].header }))

type Props = {
  sort: Sort
  /** Their names, with commas. */
  columns: string
  isCompact: boolean
  onChange: (change: Partial<OrdersView>) => void
  onSort: (sort: Sort) => void
}

/** How the table is looked at: its order where there are no headers to press, its columns, its density. */
export const OrdersViewMenu = memo(function OrdersViewMenu(props: Props) {
  const { sort, columns, isCompact, onChange, onSort } = props
  const isOn = isCompact || columns !== usualColumns.join()
  const shown = columns.split(',')
  return (
    <PopoverButton
      name="View of the orders"
      isOn={isOn}
      label="View"
      icon={<IconChevronDown size={14} aria-hidden="true" />}
    >
      <NativeSelect
        label="Sort by"
        size="xs"
        data={SORTS}
        value={sort.key}
        onChange={(event) => {
          const key = event.currentTarget.value as SortKey
          onSort({ key, isDescending: firstIsDescending(key) })
        }}
      />
      <Checkbox
        label="Descending"
        checked={sort.isDescending}
        onChange={(event) => onSort({ ...sort, isDescending: event.currentTarget.checked })}
      />
      <Checkbox
        label="Compact rows"
        checked={isCompact}
        onChange={(event) => onChange({ isCompact: event.currentTarget.checked })}
      />
      <fieldset className={classes.columns}>
        <legend>Columns</legend>
        {sortKeys
          .filter((key) => key !== 'number')
          .map((key) => (
            <Checkbox
              key={key}
              label={ORDER_COLUMNS[key].header}
              checked={shown.includes(key)}
              onChange={(event) => {
                const isShown = event.currentTarget.checked
                onChange({
                  columns: sortKeys.filter((other) => (other === key ? isShown : shown.includes(other))),
                })
              }}
            />
          ))}
      </fieldset>
    </PopoverButton>
  )
})
