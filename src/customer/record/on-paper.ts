import { createContext } from 'react'

/** Whether this is drawn for paper, where nothing can be pressed to see more. */
export const OnPaper = createContext(false)
