import { useNavigate } from 'react-router-dom'
import type { ApiFailure } from '#src/api/failure.ts'
import { type CustomerSearch, customerPath } from '#src/customer/look-up/customer-address.ts'
import { askedDealers } from '#src/customer/look-up/look-up-request.ts'
import { useSession } from '#src/session/session-context.ts'
import { SearchForm } from './SearchForm.tsx'

type Props = { failure: ApiFailure; search: CustomerSearch; onSame: () => void }

/** The form with what was asked in it, and beside its fields what the service says of them. */
export function CorrectSearch({ failure, search, onSame }: Props) {
  const session = useSession()
  const navigate = useNavigate()
  const said = (field: RegExp) =>
    failure.facts.errors?.find((error) => field.test(`${error.errorTitle} ${error.errorMessage}`))?.errorMessage ??
    undefined
  return (
    <SearchForm
      initial={{
        text: search.customerUUID,
        dealers: askedDealers(session, search),
        excludeOrderType: search.excludeOrderType,
      }}
      refused={{ text: said(/customer.?uuid/i), dealers: said(/dealer/i) }}
      onSearch={(_next, path) => {
        if (path === customerPath(search)) onSame()
        else navigate(path)
      }}
    />
  )
}
