import { VisuallyHidden } from '@mantine/core'
import { createContext, type ReactNode, use, useCallback, useState } from 'react'

type Said = { text: string; count: number }

const AnnounceContext = createContext<(text: string) => void>(() => {})
const SaidContext = createContext<Said>({ text: '', count: 0 })

type Props = { children: ReactNode }

/** What a sighted person sees happen, in a sentence for everybody else. */
export function Announcer({ children }: Props) {
  const [said, setSaid] = useState<Said>({ text: '', count: 0 })
  const announce = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), [])
  return (
    <AnnounceContext value={announce}>
      <SaidContext value={said}>
        {children}
        <LiveRegion />
      </SaidContext>
    </AnnounceContext>
  )
}

/** Where sentences are read out. A modal dialog needs one of its own: the page behind it is hidden from screen readers. */
export function LiveRegion() {
  const { text, count } = use(SaidContext)
  return (
    <VisuallyHidden aria-live="polite">
      {/* Another element each time: the same text in the same one is no news. */}
      <span key={count}>{text}</span>
    </VisuallyHidden>
  )
}

/** Has a sentence read out by screen readers, after what is being read. */
export function useAnnounce(): (text: string) => void {
  return use(AnnounceContext)
}
