import { type ComponentType, createElement, useEffect, useState } from 'react'
import classes from './in-own-chunk.module.css'

/**
 * A component in a chunk of its own, drawn at once when the chunk is there. React's own lazy components always pause,
 * and what they show then stays for 0.3 s; besides, the browser puts on paper what stands there in that very moment.
 * `Meanwhile` is drawn until the chunk is there, `Otherwise` when it cannot be had; without that the boundary around says so.
 */
export function inOwnChunk<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { Meanwhile = Waiting, Otherwise }: { Meanwhile?: ComponentType<Props>; Otherwise?: ComponentType<Props> } = {},
) {
  let loaded: ComponentType<Props> | undefined
  const preload = async () => {
    loaded ??= await load()
    return loaded
  }
  function Part(props: Props) {
    // Chosen once for each time it is opened, since another component would begin anew.
    const [Component, setComponent] = useState<ComponentType<Props> | undefined>(() => loaded)
    const [failure, setFailure] = useState<{ error: unknown }>()
    // The network is outside React.
    useEffect(() => {
      if (Component !== undefined) return
      let isWaited = true
      preload().then(
        (component) => (isWaited ? setComponent(() => component) : undefined),
        (error: unknown) => (isWaited ? setFailure({ error }) : undefined),
      )
      return () => {
        isWaited = false
      }
    }, [Component])
    if (failure !== undefined) {
      // Said by the boundary around it.
      if (Otherwise === undefined) throw failure.error
      return createElement(Otherwise, props)
    }
    return createElement(Component ?? Meanwhile, props)
  }
  return { Part, preload }
}

const Waiting = () => createElement('div', { className: classes.waiting, 'aria-busy': true })

/** For what may as well be missing. */
export const Nothing = (): null => null
