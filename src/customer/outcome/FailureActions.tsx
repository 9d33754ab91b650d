import * as words from '#words/outcome'
import { Button } from '@mantine/core'
import { useLocation, useNavigate } from 'react-router-dom'
import { type ApiFailure, isForTooMuch } from '#src/api/failure.ts'
import { type CustomerSearch, sameViewOf, type Tab } from '#src/customer/look-up/customer-address.ts'
import { dealerNameByUUID } from '#src/customer/look-up/dealer-names.ts'
import { askedDealers } from '#src/customer/look-up/look-up-request.ts'
import { useSession } from '#src/session/session-context.ts'

type Props = { failure: ApiFailure; search: CustomerSearch; tab: Tab }

/** What can be searched instead of what failed, in the same view. */
export function FailureActions({ failure, search, tab }: Props) {
  const navigate = useNavigate()
  const here = useLocation()
  const searchInstead = (change: Partial<CustomerSearch>) => () =>
    navigate(sameViewOf({ ...search, ...change }, tab, here.search))
  if (failure.reason === 'dealer-refused') return <SearchWithout search={search} searchInstead={searchInstead} />
  return isForTooMuch(failure) ? <SearchLess search={search} searchInstead={searchInstead} /> : null
}

type ActionProps = { search: CustomerSearch; searchInstead: (change: Partial<CustomerSearch>) => () => void }

/** So many dealers get a button each; with more of them the form is quicker. */
const MOST_BUTTONS = 4

/** Ways to search for a smaller answer. */
function SearchLess({ search, searchInstead }: ActionProps) {
  const session = useSession()
  const asked = askedDealers(session, search)
  return (
    <>
      {asked.length > 1 && asked.length <= MOST_BUTTONS
        ? asked.map((uuid) => (
            <Button key={uuid} variant="default" onClick={searchInstead({ dealers: [uuid] })}>
              {words.searchOnly({ dealer: dealerNameByUUID(session, uuid) })}
            </Button>
          ))
        : null}
      {search.excludeOrderType ? null : (
        <Button variant="default" onClick={searchInstead({ excludeOrderType: true })}>
          {words.withoutOrderType()}
        </Button>
      )}
    </>
  )
}

/** One button for each dealer that could be the one refused. */
function SearchWithout({ search, searchInstead }: ActionProps) {
  const session = useSession()
  const asked = askedDealers(session, search)
  const foreign = asked.filter((uuid) => !session.dealers.some((dealer) => dealer.uuid === uuid))
  const suspects = foreign.length > 0 ? foreign : asked
  const choices = suspects.filter((uuid) => asked.some((other) => other !== uuid))
  if (choices.length === 0) {
    return <Button onClick={searchInstead({ dealers: [] })}>{words.ownDealers()}</Button>
  }
  return choices.map((uuid) => (
    <Button key={uuid} onClick={searchInstead({ dealers: asked.filter((other) => other !== uuid) })}>
      {words.searchWithout({ dealer: dealerNameByUUID(session, uuid) })}
    </Button>
  ))
}
