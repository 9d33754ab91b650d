import * as words from '#words/orders'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/Menu.layer.css'
import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { filterChoices, withChosen } from './filter-choices.ts'
import { FilterMenu } from './FilterMenu.tsx'
import type { OrderRow } from './order-row.ts'
import { type FilterName, filterNames, noFilter, type OrdersView, type Sort } from './orders-address.ts'
import { OrdersExport } from './OrdersExport.tsx'
import { OrdersViewMenu } from './OrdersViewMenu.tsx'
import type { OrdersChange } from './use-orders-view.ts'
import classes from './OrdersTools.module.css'

const LABELS: Record<FilterName, string> = {
  status: words.status(),
  type: words.type(),
  vehicle: words.vehicle(),
  store: words.dealer(),
}

type Props = {
  rows: readonly OrderRow[]
  /** Those that the filter lets through, in the order of the table. */
  shown: readonly OrderRow[]
  view: OrdersView
  onText: (text: string) => void
  onTextSettled: () => void
  /** These stay the same, so that a menu is drawn anew only when something of it changes. */
  onChange: (change: OrdersChange) => void
  onSort: (sort: Sort) => void
}

/** Narrows the orders, says how they are looked at, and exports them. Everything chosen stands in the address. */
export function OrdersTools({ rows, shown, view, onText, onTextSettled, onChange, onSort }: Props) {
  const { text, chosen } = view
  const onFilter = useCallback(
    (name: FilterName, values: string[]) =>
      onChange((now) => ({ chosen: { ...now.chosen, [name]: values }, page: undefined })),
    [onChange],
  )
  const offered = useMemo(() => filterNames.map((name) => ({ name, all: filterChoices(rows, name) })), [rows])
  const isFiltered = text !== '' || filterNames.some((name) => chosen[name].length > 0)
  return (
    <>
      <TextInput
        size="xs"
        className={classes.text}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        aria-label={words.filterOrders()}
        placeholder={words.filterOrders()}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onBlur={onTextSettled}
      />
      {offered.map(({ name, all }) => {
        const choices = withChosen(all, chosen[name])
        // One value for all is no choice.
        if (choices.length < 2 && chosen[name].length === 0) return null
        return (
          <FilterMenu
            key={name}
            label={LABELS[name]}
            choices={choices}
            chosen={JSON.stringify(chosen[name])}
            name={name}
            onChange={onFilter}
          />
        )
      })}
      {isFiltered ? (
        <Button size="xs" variant="subtle" onClick={() => onChange(noFilter)}>
          {words.clearAll()}
        </Button>
      ) : null}
      <OrdersViewMenu
        sort={view.sort}
        columns={view.columns.join()}
        isCompact={view.isCompact}
        pageSize={view.pageSize}
        onChange={onChange}
        onSort={onSort}
      />
      <OrdersExport shown={shown} total={rows.length} />
    </>
  )
}
