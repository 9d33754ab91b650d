import { IconCar } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useSession } from '#src/session/session-context.ts'
import classes from './VehiclePicture.module.css'

/** A picture that is not there by then is not waited for. */
const WAIT_MS = 3000

type Props = { url: string | null | undefined; title: string }

/**
 * The vehicle's picture, only over https and only from hosts that this installation names: an address in a
 * record must not make a browser call wherever it likes. Else, and while there is none, a silhouette.
 */
export function VehiclePicture({ url, title }: Props) {
  const { imageHosts } = useSession()
  const address = allowedPicture(url, imageHosts)
  const [state, setState] = useState<'waiting' | 'shown' | 'missing'>('waiting')
  // Time passes outside React.
  useEffect(() => {
    if (address === undefined) return
    const timer = setTimeout(() => setState((now) => (now === 'waiting' ? 'missing' : now)), WAIT_MS)
    return () => clearTimeout(timer)
  }, [address])
  return (
    <span className={classes.picture}>
      {address === undefined || state === 'missing' ? null : (
        <img
          className={classes.image}
          src={address}
          alt={title}
          width={64}
          height={48}
          decoding="async"
          referrerPolicy="no-referrer"
          hidden={state !== 'shown'}
          onLoad={() => setState('shown')}
          onError={() => setState('missing')}
        />
      )}
      {state === 'shown' ? null : <IconCar size={30} stroke={1.3} aria-hidden="true" />}
    </span>
  )
}

function allowedPicture(url: string | null | undefined, hosts: readonly string[]): string | undefined {
  try {
    const { protocol, host, href } = new URL(url ?? '')
    return protocol === 'https:' && hosts.includes(host) ? href : undefined
  } catch {
    // No address at all.
    return undefined
  }
}
