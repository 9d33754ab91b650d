import { lazy, Suspense } from 'react'
import { useNavigate } from 'react-router-dom'
import type { ApiFailure } from '#src/api/failure.ts'
import { useSession } from '#src/api/session-context.ts'
import { Button } from '#src/ui/Button.tsx'
import { askedDealers } from './look-up.ts'
import { type CustomerSearch, customerPath } from './customer-url.ts'
import { dealerNameByUUID } from './labels.ts'

const SearchForm = lazy(async () => ({ default: (await import('./SearchForm.tsx')).SearchForm }))

type Props = { failure: ApiFailure; search: CustomerSearch }

/** What can be asked instead of what failed. */
export function FailureActions({ failure: { reason }, search }: Props) {
  if (reason === 'dealer-refused') return <AskWithout search={search} />
  return reason === 'too-slow' || reason === 'too-large' ? <AskLess search={search} /> : null
}

/** The form with what was asked in it, and beside its fields what the service says of them. */
export function Correct({ failure, search, onSame }: Props & { onSame: () => void }) {
  const session = useSession()
  const navigate = useNavigate()
  const said = (field: RegExp) =>
    failure.facts.errors?.find((error) => field.test(`${error.errorTitle} ${error.errorMessage}`))?.errorMessage ??
    undefined
  return (
    <Suspense fallback={null}>
      <SearchForm
        initial={{
          text: search.customerUUID,
          dealers: askedDealers(session, search),
          excludeOrderType: search.excludeOrderType,
        }}
        refused={{ text: said(/customer.?uuid/i), dealers: said(/dealer/i) }}
        onSearch={(next) => (customerPath(next) === customerPath(search) ? onSame() : navigate(customerPath(next)))}
      />
    </Suspense>
  )
}

/** So many dealers get a button each; with more of them the form is quicker. */
const MOST_BUTTONS = 4

/** Ways to ask for a smaller answer. */
function AskLess({ search }: { search: CustomerSearch }) {
  const session = useSession()
  const navigate = useNavigate()
  const asked = askedDealers(session, search)
  const ask = (less: Partial<CustomerSearch>) => () => navigate(customerPath({ ...search, ...less }))
  return (
    <>
      {asked.length > 1 && asked.length <= MOST_BUTTONS
        ? asked.map((uuid) => (
            <Button key={uuid} look="plain" onClick={ask({ dealers: [uuid] })}>
              Ask only {dealerNameByUUID(session, uuid)}
            </Button>
          ))
        : null}
      {search.excludeOrderType ? null : (
        <Button look="plain" onClick={ask({ excludeOrderType: true })}>
          Ask without the order type
        </Button>
      )}
    </>
  )
}

/** One button for each dealer that could be the one refused. */
function AskWithout({ search }: { search: CustomerSearch }) {
  const session = useSession()
  const navigate = useNavigate()
  const asked = askedDealers(session, search)
  const foreign = asked.filter((uuid) => !session.dealers.some((dealer) => dealer.uuid === uuid))
  const suspects = foreign.length > 0 ? foreign : asked
  const rest = (without: readonly string[]) => asked.filter((uuid) => !without.includes(uuid))
  const choices = suspects.map((uuid) => [uuid]).filter((without) => rest(without).length > 0)
  if (choices.length === 0) {
    return (
      <Button onClick={() => navigate(customerPath({ ...search, dealers: [] }))}>Ask your own dealers instead</Button>
    )
  }
  return choices.map((without) => (
    <Button key={without.join()} onClick={() => navigate(customerPath({ ...search, dealers: rest(without) }))}>
      Ask without {without.map((uuid) => dealerNameByUUID(session, uuid)).join(', ')}
    </Button>
  ))
}
