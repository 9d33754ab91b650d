import { createContext, type ReactNode, use, useState } from 'react'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const AnnounceContext = createContext<(text: string) => void>(() => {})

type Props = { children: ReactNode }

/** One polite live region for the whole page: what a sighted person sees happen, in a sentence. */
export function Announcer({ children }: Props) {
  const [text, setText] = useState('')
  return (
    <AnnounceContext value={setText}>
      {children}
      <VisuallyHidden aria-live="polite">{text}</VisuallyHidden>
    </AnnounceContext>
  )
}

/** Has a sentence read out by screen readers, after what is being read. */
export function useAnnounce(): (text: string) => void {
  return use(AnnounceContext)
}
