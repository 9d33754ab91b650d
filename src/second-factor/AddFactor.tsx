import * as words from '#words/second-factor'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '#src/api/request.ts'
import { BegunFactor, type FactorKind, RecoveryCodes, type SecondFactor } from '#src/contract/desk/second-factor.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { AppSetUp } from './AppSetUp.tsx'
import { FactorProblem } from './FactorProblem.tsx'
import { makePasskey } from './passkey-dialog.ts'
import { RecoveryCodeList } from './RecoveryCodeList.tsx'
import classes from './AddFactor.module.css'

type Props = Pick<SecondFactor, 'offers' | 'passkeyAddress'> & {
  /** Of a heading in it, by what stands above. */
  level: 2 | 3
  /** Where to begin; one level above it is where what was begun is added. */
  path: string
  /** The new factor is there, and its recovery codes have been seen. */
  onAdded: (kind: FactorKind) => void
  /** Takes a refusal over that can be mended; `retry` does again what was refused. */
  onRefused?: (error: Error, retry: () => void) => boolean
}

/** The two ways to add something beside the password, each to its end. */
export function AddFactor({ level, path, offers, passkeyAddress, onAdded, onRefused }: Props) {
  const [app, setApp] = useState<BegunFactor['app']>()
  const [added, setAdded] = useState<{ kind: FactorKind; recoveryCodes: readonly string[] }>()
  const [wasCanceled, setWasCanceled] = useState(false)
  const [isElsewhere, setIsElsewhere] = useState(false)
  const add = useMutation({
    mutationFn: async ({ proof }: { kind: FactorKind; proof: object }) =>
      RecoveryCodes.parse((await request({ method: 'POST', path, body: proof })).body).recoveryCodes,
    onSuccess: (recoveryCodes, { kind }) => {
      setApp(undefined)
      if (recoveryCodes.length === 0) onAdded(kind)
      else setAdded({ kind, recoveryCodes })
    },
  })
  const begin = useMutation({
    mutationFn: async (kind: FactorKind) => {
      const made = BegunFactor.parse((await request({ method: 'POST', path: `${path}/begin`, body: { kind } })).body)
      return kind === 'app' ? made : { ...made, passkey: await makePasskey(made.passkey) }
    },
    onMutate: () => {
      setApp(undefined)
      setWasCanceled(false)
      add.reset()
    },
    onSuccess: (made, kind) => {
      if (kind === 'app') setApp(made.app)
      else add.mutate({ kind, proof: { passkey: made.passkey } })
    },
    onError: (error, kind) => {
      if (onRefused?.(error, () => begin.mutate(kind)) === true) begin.reset()
    },
  })
  if (added !== undefined) {
    return (
      <RecoveryCodeList
        codes={added.recoveryCodes}
        level={level}
        onKept={() => {
          setAdded(undefined)
          onAdded(added.kind)
        }}
      />
    )
  }
  const error = add.error ?? begin.error
  return (
    <div className={classes.add}>
      {error === null ? null : <FactorProblem error={error} title={words.nothingAdded()} />}
      {isElsewhere ? <PasskeyElsewhere address={passkeyAddress} /> : null}
      {app === undefined ? (
        <div className={classes.actions}>
          <Button
            variant="default"
            loading={begin.isPending && begin.variables === 'passkey'}
            onClick={() => {
              setIsElsewhere(!offers.includes('passkey'))
              if (offers.includes('passkey')) begin.mutate('passkey')
            }}
          >
            {words.addPasskey()}
          </Button>
          {offers.includes('app') ? (
            <Button
              variant="default"
              // It comes back in place of the form that had the focus.
              autoFocus={wasCanceled}
              loading={begin.isPending && begin.variables === 'app'}
              onClick={() => begin.mutate('app')}
            >
              {words.addApp()}
            </Button>
          ) : null}
        </div>
      ) : (
        <AppSetUp
          app={app}
          isBusy={add.isPending}
          onCode={(code) => add.mutate({ kind: 'app', proof: { code } })}
          onCancel={() => {
            setApp(undefined)
            setWasCanceled(true)
            add.reset()
          }}
        />
      )}
    </div>
  )
}

/** Browsers make passkeys for names only, never for a bare address. */
function PasskeyElsewhere({ address }: { address: string | null }) {
  if (address === null) {
    return <Banner tone="hint" title={words.needHostName()} message={words.noHostName()} />
  }
  return (
    <Banner tone="hint" title={words.needHostName()} message={words.openElsewhere()}>
      <a href={`${address}/account`}>{address}</a>
    </Banner>
  )
}
