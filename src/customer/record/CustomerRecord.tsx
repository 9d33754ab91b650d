import * as words from '#words/record'
import { type ReactNode, useState } from 'react'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { CustomerSearch, Tab } from '#src/customer/look-up/customer-address.ts'
import { SectionBoundary } from '#src/ui/SectionBoundary.tsx'
import { CustomerHeader } from './CustomerHeader.tsx'
import { CustomerTabs } from './CustomerTabs.tsx'
import { FindingsHint, RecordTools, SinceLastLook } from './findings-parts.ts'
import type { FoundCounts } from './find/FindInRecord.tsx'
import { RawBytes } from './raw-bytes.ts'
import classes from './CustomerRecord.module.css'

type Props = {
  answer: CustomerAnswer
  /** The answer as it arrived. */
  bytes: ArrayBuffer | undefined
  search: CustomerSearch
  tab: Tab
  readAt: number
  isRefreshing: boolean
  onRefresh: () => void
  onCancel: () => void
  onTab: (tab: Tab) => void
  /** What is said above the record. */
  children: ReactNode
}

/** A customer who was found: messages, header, tabs. */
export function CustomerRecord(props: Props) {
  const { answer, bytes, search, tab, readAt, isRefreshing, onRefresh, onCancel, onTab, children } = props
  const [found, setFound] = useState<FoundCounts>()
  return (
    <div className={classes.record} aria-busy={isRefreshing}>
      {isRefreshing ? <div className={classes.progress} aria-hidden="true" /> : null}
      {children}
      <SectionBoundary name={words.headerPart()}>
        <CustomerHeader
          answer={answer}
          search={search}
          readAt={readAt}
          isRefreshing={isRefreshing}
          onRefresh={onRefresh}
          onCancel={onCancel}
        />
      </SectionBoundary>
      <RawBytes value={bytes}>
        <div className={classes.lookThrough}>
          <div className={classes.hints}>
            <FindingsHint answer={answer} search={search} readAt={readAt} />
            <SinceLastLook answer={answer} search={search} readAt={readAt} />
          </div>
          <RecordTools answer={answer} search={search} onFound={setFound} />
        </div>
        <CustomerTabs answer={answer} search={search} readAt={readAt} tab={tab} found={found} onTab={onTab} />
      </RawBytes>
    </div>
  )
}
