import { type ComponentProps } from 'react'
import { FindInRecord } from './find/FindInRecord.tsx'
import { HandOffButton } from './hand-off/HandOffButton.tsx'
import { useSingleKeys } from './shortcuts/use-single-keys.ts'

/** What can be done with a record as a whole, whichever part of it is open. */
export function RecordTools(props: ComponentProps<typeof FindInRecord>) {
  useSingleKeys(props.search)
  return (
    <>
      <HandOffButton answer={props.answer} search={props.search} />
      <FindInRecord {...props} />
    </>
  )
}
