import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import classes from './AuditTable.module.css'

type Props<Column extends string> = {
  label: string
  columns: readonly Column[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
  /** Columns whose values are never broken, and those with words of the page's own. */
  whole?: Column
  own?: readonly Column[]
}

/** A table whose rows are cards on narrow screens, which is why the roles are said again. */
export function CellTable<Column extends string>({ label, columns, rows, whole, own = [] }: Props<Column>) {
  return (
    <Table unstyled className={classes.table} role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((name) => (
            <th key={name} role="columnheader" scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr key={key} role="row">
            {columns.map((column, index) => {
              const cell = cells[index]
              const isEmpty = cell === null || cell === undefined || cell === ''
              return (
                <td
                  key={column}
                  role="cell"
                  data-label={column}
                  data-empty={isEmpty || undefined}
                  data-whole={column === whole || undefined}
                  data-own={own.includes(column) || undefined}
                >
                  {isEmpty ? <EmptyValue /> : cell}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
