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
      announce(id === undefined ? 'All other sessions are ended' : 'The session is ended')
      // The button that was pressed goes with what it ended.
      card.current?.focus()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['account'] }),
  })
  return (
    <TitledCard ref={card} title="Where you are signed in">
      <p className={classes.lead}>
        Browser and system are what the browser says of itself. End what you do not know, then change your password.
      </p>
      {end.error === null ? null : <Banner tone="error" {...failureBanner(end.error, 'Ending the session')} />}
      <ul className={classes.list} aria-label="Sessions">
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
          label="End all other sessions"
          question="End all but this one?"
          answer="Yes, end them"
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
          {session.isThis ? <Badge tone="open">This one</Badge> : null}
        </p>
        <p className={classes.facts}>
          {session.address === null ? null : (
            <>
              <span>From {session.address}</span>
              <span aria-hidden="true"> · </span>
            </>
          )}
          <span>Started {started}</span>
          <span aria-hidden="true"> · </span>
          <span>Last used {used}</span>
        </p>
      </div>
      {session.isThis ? null : (
        <AskedButton
          label="End"
          name={`End the session of ${name}, started ${started}`}
          question="End it? Whoever is there is signed out."
          answer="Yes, end it"
          isBusy={isBusy}
          onSure={onEnd}
        />
      )}
    </li>
  )
}

function browserWords({ browser, system }: AccountSession): string {
  if (browser === null) return system === null ? 'Unknown browser' : `Unknown browser on ${system}`
  return system === null ? browser : `${browser} on ${system}`
}
