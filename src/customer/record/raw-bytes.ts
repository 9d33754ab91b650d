import { createContext } from 'react'

/** The answer that the page shows, byte for byte as it arrived. */
export const RawBytes = createContext<ArrayBuffer | undefined>(undefined)
