import { createContext } from 'react'

/** The answer that the page shows, character for character as it arrived. */
export const RawText = createContext<string | undefined>(undefined)
