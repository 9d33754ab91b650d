import { DataList } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './DetailList.module.css'

/** A label and what it says. */
export type Detail = { label: string; value: ReactNode }

type Props = { details: readonly Detail[] }

/** Facts as label and value, in columns where there is room. */
export function DetailList({ details }: Props) {
  return (
    <DataList
      orientation="vertical"
      classNames={{ root: classes.list, item: classes.detail, itemLabel: classes.label, itemValue: classes.value }}
    >
      {details.map(({ label, value }) => (
        <DataList.Item key={label}>
          <DataList.ItemLabel>{label}</DataList.ItemLabel>
          <DataList.ItemValue>{value}</DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  )
}
