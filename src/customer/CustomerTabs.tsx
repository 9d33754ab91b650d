import type { ReactNode } from 'react'
import { useSession } from '#src/api/session-context.ts'
import type { CustomerAnswer, Section } from '#src/contract/read-answer.ts'
import { formatCount } from '#src/format/count.ts'
import { formatInstant } from '#src/format/date.ts'
import { SectionBoundary } from '#src/ui/SectionBoundary.tsx'
import { Tabs } from '#src/ui/Tabs.tsx'
import { useAddressPart } from '#src/ui/use-address-part.ts'
import { useDrawnAhead } from '#src/ui/use-drawn-ahead.ts'
import { type CustomerSearch, customerPath, type Tab, tabs } from './customer-url.ts'
import { InfoPanel } from './info/InfoPanel.tsx'
import { AddressesPanel, OrdersPanel, preloadPanels, VehiclesPanel } from './panels.ts'
import { usePrinting } from './use-printing.ts'
import classes from './CustomerTabs.module.css'

const LABELS: Record<Tab, string> = {
  info: 'Customer info',
  vehicles: 'Vehicles',
  orders: 'Orders',
  addresses: 'Addresses',
}

/** The record is on the screen by then, and nobody has reached for a tab yet. */
const DRAW_AHEAD_AFTER_MS = 300

type Props = { answer: CustomerAnswer; search: CustomerSearch; tab: Tab }

/**
 * The record in four parts. The address says which is open; paper gets all of them. The orders, which take longest, are
 * drawn before they are opened.
 */
export function CustomerTabs({ answer, search, tab: inAddress }: Props) {
  const session = useSession()
  const printedAt = usePrinting()
  // What the orders' filter says is kept while another tab is open, so that coming back finds it.
  const [tab, open] = useAddressPart(
    inAddress,
    (next) => customerPath({ ...search, dealers: [], excludeOrderType: false }, next) + location.search,
  )
  const isPrinting = printedAt !== undefined
  const { place: ordersPlace, draw: drawOrders } = useDrawnAhead({
    of: answer,
    isShown: tab === 'orders' || isPrinting,
    preload: preloadPanels,
    afterMs: DRAW_AHEAD_AFTER_MS,
  })
  const contents: Record<Tab, ReactNode> = {
    info: <InfoPanel answer={answer} search={search} />,
    vehicles: <VehiclesPanel answer={answer} search={search} />,
    orders: <OrdersPanel answer={answer} search={search} isPrinting={isPrinting} />,
    addresses: <AddressesPanel answer={answer} />,
  }
  const guarded = (name: Tab) => <SectionBoundary name={LABELS[name]}>{contents[name]}</SectionBoundary>
  return (
    <>
      <Tabs
        label="Parts of the record"
        tabs={tabs.map((name) => ({
          name,
          label: (
            <>
              {LABELS[name]} <span className={classes.count}>{countOf(answer, name)}</span>
            </>
          ),
        }))}
        selected={tab}
        onSelect={open}
      >
        {printedAt === undefined ? null : (
          <p>
            Printed by {session.user.name}, {formatInstant(printedAt.toISOString(), session.timeZone)}
          </p>
        )}
        {/* For paper the others are put around the open one, which stays as it is, with its focus. */}
        {tabs.map((name) =>
          isPrinting || name === tab ? (
            <section key={name} className={classes.part}>
              {isPrinting ? <h2>{LABELS[name]}</h2> : null}
              {name === 'orders' ? <div ref={ordersPlace} /> : guarded(name)}
            </section>
          ) : null,
        )}
      </Tabs>
      {drawOrders(guarded('orders'))}
    </>
  )
}

/** The number on a tab; a dash when nothing was sent, an exclamation mark when it could not be read. */
function countOf(answer: CustomerAnswer, tab: Tab): string {
  switch (tab) {
    case 'info':
      return answer.info.state === 'read' ? '' : mark(answer.info)
    case 'vehicles':
      return mark(answer.vehicles)
    case 'orders':
      return mark(answer.orders)
    case 'addresses': {
      const both = [answer.addresses, answer.legacyAddresses]
      if (both.some((list) => list.state === 'unreadable')) return '!'
      if (both.every((list) => list.state === 'missing')) return '–'
      return String(both.reduce((sum, list) => sum + (list.state === 'read' ? list.value.length : 0), 0))
    }
  }
}

function mark(section: Section<unknown>): string {
  if (section.state === 'missing') return '–'
  if (section.state === 'unreadable') return '!'
  return Array.isArray(section.value) ? formatCount(section.value.length) : ''
}
