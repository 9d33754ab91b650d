import * as words from '#words/account'
import { failureBanner } from '#src/api/failure-banner.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Banner } from '#src/ui/Banner.tsx'
import { useRef } from 'react'
import { request } from '#src/api/request.ts'
import type { AccountSession } from '#src/contract/desk/account.ts'
import { formatAge, formatInstant } from '#src/format/date.ts'
import { useSession } from '#src/session/session-context.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { Badge } from '#src/ui/Badge.tsx'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { AskedButton } from './AskedButton.tsx'
import classes from './AccountList.module.css'

type Props = { sessions: readonly AccountSession[] }

/** Where the person is signed in, and the way to end what is not this very session. */
export function SessionList({ sessions }: Props) {
  const queryClient = useQueryClient()
  const announce = useAnnounce()
  const card = useRef<HTMLElement>(null)
  const end = useMutation({
    mutationFn: (id: string | undefined) =>
      request({ method: 'DELETE', path: `/api/account/sessions${id === undefined ? '' : `/${id}`}` }),
    onSuccess: (_, id) => {
      announce(id === undefined ? words.othersEnded() : words.sessionEnded())
      // The button that was pressed goes with what it ended.
      card.current?.focus()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['account'] }),
  })
  return (
    <TitledCard ref={card} title={words.whereSignedIn()}>
      <p className={classes.lead}>{words.sessionsLead()}</p>
      {end.error === null ? null : <Banner tone="error" {...failureBanner(end.error, words.endingSession())} />}
      <ul className={classes.list} aria-label={words.sessions()}>
        {sessions.map((session) => (
          <Entry
            key={session.id}
            session={session}
            isBusy={end.isPending && (end.variables ?? session.id) === session.id}
            onEnd={() => end.mutate(session.id)}
          />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <AskedButton
          label={words.endOthers()}
          question={words.endOthersQuestion()}
          answer={words.endOthersAnswer()}
          size="sm"
          onSure={() => end.mutate(undefined)}
        />
      ) : null}
    </TitledCard>
  )
}

type EntryProps = { session: AccountSession; isBusy: boolean; onEnd: () => void }

function Entry({ session, isBusy, onEnd }: EntryProps) {
  const { timeZone } = useSession()
  const now = useNow()
  const name = browserWords(session)
  const started = formatInstant(session.startedAt, timeZone) ?? session.startedAt
  const used = formatAge(Date.parse(session.lastUsedAt), now)
  return (
    <li className={classes.entry}>
      <div>
        <p className={classes.name}>
          {name}
          {session.isThis ? <Badge tone="open">{words.thisOne()}</Badge> : null}
        </p>
        <p className={classes.facts}>
          {session.address === null ? null : (
            <>
              <span>{words.fromAddress({ address: session.address })}</span>
              <span aria-hidden="true"> · </span>
            </>
          )}
          <span>{words.started({ when: started })}</span>
          <span aria-hidden="true"> · </span>
          <span>{words.lastUsedAgo({ ago: used })}</span>
        </p>
      </div>
      {session.isThis ? null : (
        <AskedButton
          label={words.end()}
          name={words.endNamed({ name, when: started })}
          question={words.endQuestion()}
          answer={words.endAnswer()}
          isBusy={isBusy}
          onSure={onEnd}
        />
      )}
    </li>
  )
}

function browserWords({ browser, system }: AccountSession): string {
  const name = browser ?? words.unknownBrowser()
  return system === null ? name : words.browserOn({ browser: name, system })
}
