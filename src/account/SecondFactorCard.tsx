import * as words from '#words/account'
import * as buttons from '#words/buttons'
import { ACCOUNT_ERRORS } from '#src/contract/desk/account-errors.ts'
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { namedError } from '#src/api/failure-banner.ts'
import { request } from '#src/api/request.ts'
import { type Factor, RecoveryCodes, type SecondFactor } from '#src/contract/desk/second-factor.ts'
import { formatInstant } from '#src/format/date.ts'
import { AddFactor } from '#src/second-factor/AddFactor.tsx'
import { FactorProblem } from '#src/second-factor/FactorProblem.tsx'
import { RecoveryCodeList } from '#src/second-factor/RecoveryCodeList.tsx'
import { useSession } from '#src/session/session-context.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import { AskedButton } from './AskedButton.tsx'
import { ConfirmForm } from './ConfirmForm.tsx'
import classes from './AccountList.module.css'

const KIND_WORDS = { app: words.authenticatorApp(), passkey: words.passkey() } as const
const ADDED_WORDS = { app: words.appAdded(), passkey: words.passkeyAdded() } as const

type Props = { secondFactor: SecondFactor }

/** What the person has beside the password, and the ways to add, name and remove it. */
export function SecondFactorCard({ secondFactor }: Props) {
  const { factors, isRequired, recoveryCodesLeft, offers, passkeyAddress } = secondFactor
  const queryClient = useQueryClient()
  const announce = useAnnounce()
  // What was pressed is often gone when it is done; the focus stays in the card then.
  const card = useRef<HTMLElement>(null)
  const keepFocus = () => card.current?.focus()
  const [refused, setRefused] = useState<{ retry: () => void }>()
  const readAgain = () => queryClient.invalidateQueries({ queryKey: ['account'] })
  /** What is refused until the password is there again is done again then. */
  const mend = (error: Error, retry: () => void): boolean => {
    if (!needsPassword(error)) return false
    setRefused({ retry })
    return true
  }
  const change = useMutation({
    mutationFn: ({ id, name }: { id: string; name: string | undefined }) =>
      request({
        method: name === undefined ? 'DELETE' : 'PUT',
        path: `/api/account/factors/${id}`,
        ...(name === undefined ? {} : { body: { name } }),
      }),
    onSuccess: (_, { name }) => {
      announce(name === undefined ? words.removed() : words.renamed())
      if (name === undefined) keepFocus()
    },
    onError: (error, variables) => {
      if (mend(error, () => change.mutate(variables))) change.reset()
    },
    onSettled: readAgain,
  })
  const renew = useMutation({
    mutationFn: async () =>
      RecoveryCodes.parse((await request({ method: 'POST', path: '/api/account/recovery-codes' })).body).recoveryCodes,
    onError: (error) => {
      if (mend(error, () => renew.mutate())) renew.reset()
    },
    onSettled: readAgain,
  })
  const error = change.error ?? renew.error
  return (
    <TitledCard ref={card} title={words.secondFactor()}>
      <p className={classes.lead}>{isRequired ? words.factorRequired() : words.factorOptional()}</p>
      {error === null ? null : <FactorProblem error={error} title={words.nothingChanged()} />}
      {factors.length === 0 ? null : (
        <ul className={classes.list} aria-label={words.factors()}>
          {factors.map((factor) => (
            <Entry
              key={factor.id}
              factor={factor}
              isLast={isRequired && factors.length === 1}
              onRename={(name) => change.mutate({ id: factor.id, name })}
              onRemove={() => change.mutate({ id: factor.id, name: undefined })}
            />
          ))}
        </ul>
      )}
      {renew.data === undefined ? null : (
        <RecoveryCodeList
          codes={renew.data}
          level={3}
          onKept={() => {
            renew.reset()
            keepFocus()
          }}
        />
      )}
      {factors.length > 0 && renew.data === undefined ? (
        <p className={classes.codes}>
          <span>{words.codesLeft({ count: recoveryCodesLeft })}</span>
          <Button variant="default" size="xs" loading={renew.isPending} onClick={() => renew.mutate()}>
            {words.newCodes()}
          </Button>
        </p>
      ) : null}
      {refused === undefined ? null : (
        <ConfirmForm
          onConfirmed={() => {
            setRefused(undefined)
            keepFocus()
            refused.retry()
          }}
          onCancel={() => {
            setRefused(undefined)
            keepFocus()
          }}
        />
      )}
      <div hidden={refused !== undefined}>
        <AddFactor
          level={3}
          path="/api/account/factors"
          offers={offers}
          passkeyAddress={passkeyAddress}
          onAdded={(kind) => {
            announce(ADDED_WORDS[kind])
            keepFocus()
            void readAgain()
          }}
          onRefused={mend}
        />
      </div>
    </TitledCard>
  )
}

function needsPassword(error: Error): boolean {
  return String(namedError(error)?.errorCode) === String(ACCOUNT_ERRORS.confirmationNeeded)
}

type EntryProps = {
  factor: Factor
  /** Whether it has to stay. */
  isLast: boolean
  onRename: (name: string) => void
  onRemove: () => void
}

function Entry({ factor, isLast, onRename, onRemove }: EntryProps) {
  const { timeZone } = useSession()
  const [isNaming, setIsNaming] = useState(false)
  const [wasNamed, setWasNamed] = useState(false)
  const endNaming = () => {
    setIsNaming(false)
    setWasNamed(true)
  }
  const form = useForm({
    mode: 'controlled',
    initialValues: { name: factor.name },
    validate: { name: (name) => (name.trim() === '' ? words.enterName() : null) },
  })
  const instant = (at: string) => formatInstant(at, timeZone) ?? at
  if (isNaming) {
    return (
      <li className={classes.entry}>
        <form
          className={classes.naming}
          onSubmit={form.onSubmit(({ name }) => {
            endNaming()
            onRename(name)
          })}
        >
          <TextInput label={words.name()} maxLength={64} autoFocus autoComplete="off" {...form.getInputProps('name')} />
          <Button type="submit">{buttons.save()}</Button>
          <Button variant="default" onClick={endNaming}>
            {buttons.cancel()}
          </Button>
        </form>
      </li>
    )
  }
  return (
    <li className={classes.entry}>
      <div>
        <p className={classes.name}>{factor.name}</p>
        <p className={classes.facts}>
          {factor.name.startsWith(KIND_WORDS[factor.kind]) ? null : (
            <>
              <span>{KIND_WORDS[factor.kind]}</span>
              <span aria-hidden="true"> · </span>
            </>
          )}
          <span>{words.added({ when: instant(factor.addedAt) })}</span>
          <span aria-hidden="true"> · </span>
          <span>
            {factor.lastUsedAt === null ? words.neverUsed() : words.lastUsedAt({ when: instant(factor.lastUsedAt) })}
          </span>
        </p>
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          size="xs"
          // It comes back in place of the form that had the focus.
          autoFocus={wasNamed}
          aria-label={words.renameNamed({ name: factor.name })}
          onClick={() => setIsNaming(true)}
        >
          {words.rename()}
        </Button>
        {isLast ? null : (
          <AskedButton
            label={words.remove()}
            name={words.removeNamed({ name: factor.name })}
            question={words.removeQuestion({ name: factor.name })}
            answer={words.removeAnswer()}
            onSure={onRemove}
          />
        )}
      </div>
    </li>
  )
}
