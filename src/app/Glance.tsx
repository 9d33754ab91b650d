import type { ReactNode } from 'react'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { Session } from '#src/contract/session.ts'
import { AskedLine } from '#src/customer/AskedLine.tsx'
import header from '#src/customer/CustomerHeader.module.css'
import page from '#src/customer/CustomerPage.module.css'
import type { CustomerSearch } from '#src/customer/customer-url.ts'
import { HeaderView } from '#src/customer/HeaderView.tsx'
import copy from '#src/ui/CopyButton.module.css'
import frame from './AppLayout.module.css'
import { Frame } from './Frame.tsx'

type Props = { session: Session; search: CustomerSearch; answer: CustomerAnswer }

/** The frame and the header of a customer as they will stand there, with nothing in them that acts. It calls no hooks. */
export function Glance({ session, search, answer }: Props) {
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
