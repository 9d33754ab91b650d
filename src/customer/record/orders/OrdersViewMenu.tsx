import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { memo } from 'react'
import { firstIsDescending, ORDER_COLUMNS } from './order-columns.ts'
import { PAGE_SIZES, type PageSize } from '#src/contract/desk/page-sizes.ts'
import { usePreference } from '#src/session/preferences.ts'
import { keptColumns } from './kept-view.ts'
import {
  asKept,
  type OrdersViewChange,
  type Sort,
  sortKeys,
  type SortKey,
  usualColumns,
  usualView,
} from './orders-address.ts'
import { stepButton } from '#src/ui/at-end.ts'
import { PopoverButton } from '#src/ui/PopoverButton.tsx'
import * as words from '#words/orders'
import classes from './OrdersTools.module.css'

const SORTS = sortKeys.map((key) => ({ value: key, label: ORDER_COLUMNS[key].header }))

type Props = {
  sort: Sort
  /** Their names, with commas. */
  columns: string
  isCompact: boolean
  pageSize: PageSize
  onChange: (change: OrdersViewChange) => void
  onSort: (sort: Sort) => void
}

/**
 * How the table is looked at: its order where there are no headers to press, its columns, its density, its pages. What is
 * chosen stands in the address, and all but the order is kept for the person, for every customer.
 */
export const OrdersViewMenu = memo(function OrdersViewMenu(props: Props) {
  const { sort, columns, isCompact, pageSize, onChange, onSort } = props
  const kept = {
    columns: usePreference('orders-columns'),
    rows: usePreference('orders-rows'),
    pageSize: usePreference('orders-page-size'),
  }
  const isOn = isCompact !== usualView.isCompact || pageSize !== usualView.pageSize || columns !== usualColumns.join()
  const shown = columns.split(',')
  return (
    <PopoverButton
      name={words.viewName()}
      isOn={isOn}
      label={words.view()}
      icon={<IconChevronDown size={14} aria-hidden="true" />}
    >
      <NativeSelect
        label={words.sortBy()}
        size="xs"
        data={SORTS}
        value={sort.key}
        onChange={(event) => {
          const key = event.currentTarget.value as SortKey
          onSort({ key, isDescending: firstIsDescending(key) })
        }}
      />
      <Checkbox
        label={words.descending()}
        checked={sort.isDescending}
        onChange={(event) => onSort({ ...sort, isDescending: event.currentTarget.checked })}
      />
      <Checkbox
        label={words.compactRows()}
        checked={isCompact}
        onChange={(event) => {
          const isChosen = event.currentTarget.checked
          onChange({ isCompact: isChosen })
          kept.rows.choose(isChosen ? 'compact' : undefined)
        }}
      />
      <NativeSelect
        label={words.ordersOnPage()}
        size="xs"
        data={PAGE_SIZES.map(String)}
        value={String(pageSize)}
        onChange={(event) => {
          const chosen = PAGE_SIZES.find((size) => String(size) === event.currentTarget.value)
          onChange({ pageSize: chosen, page: undefined })
          kept.pageSize.choose(chosen === usualView.pageSize ? undefined : chosen)
        }}
      />
      <fieldset className={classes.columns}>
        <legend>{words.columns()}</legend>
        {sortKeys
          .filter((key) => key !== 'number')
          .map((key) => (
            <Checkbox
              key={key}
              label={ORDER_COLUMNS[key].header}
              checked={shown.includes(key)}
              onChange={(event) => {
                const isShown = event.currentTarget.checked
                const chosen = sortKeys.filter((other) => (other === key ? isShown : shown.includes(other)))
                onChange({ columns: chosen })
                kept.columns.choose(keptColumns(chosen))
              }}
            />
          ))}
      </fieldset>
      <Button
        size="xs"
        variant="default"
        {...stepButton(!isOn, () => {
          onChange(asKept)
          for (const { choose } of Object.values(kept)) choose(undefined)
        })}
      >
        {words.resetView()}
      </Button>
      {Object.values(kept).some(({ isFailed }) => isFailed) ? (
        <p role="status" className={classes.progress}>
          {words.choiceNotKept()}
        </p>
      ) : null}
    </PopoverButton>
  )
})
