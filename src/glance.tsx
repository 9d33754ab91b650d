import './app/styles.ts'
import type { ReactNode } from 'react'
import { pageSession } from './api/page-session.ts'
import frame from './app/AppLayout.module.css'
import { Frame } from './app/Frame.tsx'
import type { CustomerAnswer } from './contract/read-answer.ts'
import type { Session } from './contract/session.ts'
import { AskedLine } from './customer/AskedLine.tsx'
import header from './customer/CustomerHeader.module.css'
import page from './customer/CustomerPage.module.css'
import { type CustomerSearch, parseCustomerAddress } from './customer/customer-url.ts'
import { noteGlance } from './customer/glance-drawn.ts'
import { HeaderView } from './customer/HeaderView.tsx'
import { readAhead } from './customer/read-ahead.ts'
import copy from './ui/CopyButton.module.css'
import { drawStatic } from './ui/draw-static.ts'

/**
 * Reads the customer whom the address names, and shows the header at once, before the app has been started: people read
 * while it is. Whatever is not a plain good answer is left to the app.
 */
export async function drawGlance(): Promise<void> {
  const root = document.getElementById('root')
  const address = parseCustomerAddress(location)
  if (root === null || address === undefined || pageSession === undefined) return
  const outcome = await readAhead(pageSession, address.search)
  if (outcome.kind !== 'customer') return
  const { answer } = outcome
  // What stands above the header then would push it down when it comes.
  if (answer.errors.length + answer.warnings.length > 0 || root.hasChildNodes()) return
  const drawn = document.createDocumentFragment()
  drawStatic(<Glance session={pageSession} search={address.search} answer={answer} />, drawn)
  root.append(drawn)
  noteGlance()
}

type Props = { session: Session; search: CustomerSearch; answer: CustomerAnswer }

function Glance({ session, search, answer }: Props) {
  return (
    <Frame
      Brand={Still}
      person={<span className={frame.name}>{session.user.name}</span>}
      isSample={session.sample !== undefined}
    >
      <div className={page.page} aria-busy={true}>
        <AskedLine session={session} search={search} />
        <HeaderView
          answer={answer}
          search={search}
          session={session}
          parts={PARTS}
          age={<p className={header.age}>Read just now</p>}
        />
      </div>
    </Frame>
  )
}

/** Where something will act, its place is kept. */
const Still = ({ className, children }: { className?: string | undefined; children?: ReactNode }) => (
  <span className={className}>{children}</span>
)
const PARTS = { Copy: () => <span className={copy.button} />, Link: Still, DayAge: () => null }
