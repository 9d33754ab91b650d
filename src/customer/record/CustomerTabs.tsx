import * as words from '#words/record'
import { Tabs } from '@mantine/core'
import { type KeyboardEvent, memo, type ReactNode } from 'react'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { type CustomerSearch, type Tab, TAB_LABELS, tabs } from '#src/customer/look-up/customer-address.ts'
import { SectionBoundary } from '#src/ui/SectionBoundary.tsx'
import { InfoPanel } from './info/InfoPanel.tsx'
import { AddressesPanel, OrdersPanel, TimelinePanel, VehiclesPanel } from './panels.ts'
import { formatCount } from '#src/format/count.ts'
import type { FoundCounts } from './find/FindInRecord.tsx'
import { countOf } from './tab-count.ts'
import { usePrintedRecord } from './use-printed-record.ts'
import { usePrinting } from './use-printing.ts'
import classes from './CustomerTabs.module.css'

type Props = {
  answer: CustomerAnswer
  search: CustomerSearch
  readAt: number
  tab: Tab
  found?: FoundCounts | undefined
  onTab: (tab: Tab) => void
}

/**
 * The record in parts. The address says which is open; the others stay mounted out of sight, so that they are drawn before
 * they are opened. Paper gets all of them.
 */
export function CustomerTabs({ answer, search, readAt, tab, found, onTab }: Props) {
  const printedAt = usePrinting()
  const printRecord = usePrintedRecord()
  return (
    <>
      {printedAt === undefined ? null : printRecord?.({ className: classes.paper, answer, search, readAt, printedAt })}
      <Tabs
        value={tab}
        onChange={(next) => onTab(next as Tab)}
        classNames={{ root: classes.tabs, list: classes.list, tab: classes.tab, panel: classes.panel }}
      >
        <Tabs.List aria-label={words.partsOfRecord()} onKeyDownCapture={leaveToBrowser}>
          {tabs.map((name) => {
            const count = countOf(answer, name)
            const matches =
              found === undefined || name === 'timeline'
                ? undefined
                : words.found({ count: formatCount(found[name] ?? 0) })
            return (
              <Tabs.Tab
                key={name}
                value={name}
                aria-label={[TAB_LABELS[name], count?.words, matches].filter((part) => part !== undefined).join(', ')}
              >
                {TAB_LABELS[name]} {count === undefined ? null : <span className={classes.count}>{count.mark}</span>}
                {matches === undefined ? null : (
                  <span className={classes.found} data-some={found?.[name] === undefined ? undefined : true}>
                    {` ${matches}`}
                  </span>
                )}
              </Tabs.Tab>
            )
          })}
        </Tabs.List>
        {tabs.map((name) => (
          <Tabs.Panel key={name} value={name} tabIndex={0}>
            <SectionBoundary name={TAB_LABELS[name]}>
              <Panel name={name} answer={answer} search={search} readAt={readAt} />
            </SectionBoundary>
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  )
}

/** Drawn anew only for another answer, not whenever a tab is opened. */
const Panel = memo(function Panel({
  name,
  answer,
  search,
  readAt,
}: Omit<Props, 'tab' | 'onTab' | 'found'> & { name: Tab }): ReactNode {
  switch (name) {
    case 'info':
      return <InfoPanel answer={answer} search={search} readAt={readAt} />
    case 'vehicles':
      return <VehiclesPanel answer={answer} search={search} />
    case 'orders':
      return <OrdersPanel answer={answer} search={search} />
    case 'addresses':
      return <AddressesPanel answer={answer} />
    case 'timeline':
      return <TimelinePanel answer={answer} search={search} />
  }
})

/** Alt with an arrow is the browser's way back and forward, not a step among the tabs. */
function leaveToBrowser(event: KeyboardEvent): void {
  if (event.key.startsWith('Arrow') && (event.altKey || event.ctrlKey || event.metaKey)) event.stopPropagation()
}
