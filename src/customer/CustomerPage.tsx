import * as words from '#words/customer'
import { useCallback, useMemo } from 'react'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router-dom'
import { identifierProblem } from '#src/contract/identifier.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { lazyPart } from '#src/ui/LazyPart.tsx'
import { Link } from '#src/ui/Link.tsx'
import { Notice } from '#src/ui/Notice.tsx'
import { usePageTitle } from '#src/ui/use-page-title.ts'
import { CustomerResult } from './CustomerResult.tsx'
import {
  customerPath,
  parseCustomerSearch,
  sameViewOf,
  type Tab,
  TAB_LABELS,
  tabs,
} from './look-up/customer-address.ts'
import { SearchBar } from './search/SearchBar.tsx'
import classes from './CustomerPage.module.css'

const CorrectedAddress = lazyPart(
  words.thisCustomer(),
  async () => (await import('./search/CorrectedAddress.tsx')).CorrectedAddress,
)

/** Reads the address; everything below is shown for that address only. */
export function CustomerPage() {
  const { customerUUID = '', tab: segment } = useParams()
  const [params] = useSearchParams()
  // The filter of a tab changes the address too, and nothing that is asked.
  const asked = new URLSearchParams([...params].filter(([name]) => name === 'dealer' || name === 'excludeOrderType'))
  const key = asked.toString()
  const { search, problems } = useMemo(
    () => parseCustomerSearch(customerUUID, new URLSearchParams(key)),
    [customerUUID, key],
  )
  const tab = segment === undefined ? 'info' : tabs.find((name) => name === segment)
  const problem = identifierProblem(customerUUID)
  const navigate = useNavigate()
  // What the orders' filter says is kept while another tab is open, so that coming back finds it.
  const openTab = useCallback(
    (next: Tab) =>
      void navigate(sameViewOf(search, next, location.search), { replace: true, preventScrollReset: true }),
    [navigate, search],
  )
  const { pathname, search: query } = useLocation()
  usePageTitle(problem === undefined ? words.tabTitle({ tab: TAB_LABELS[tab ?? 'info'] }) : words.customer())
  const page =
    problem === undefined ? (
      <div className={classes.page}>
        <SearchBar search={search} />
        {problems.map((text) => (
          <Banner key={text} tone="hint" title={text} />
        ))}
        {tab === undefined ? (
          <Banner tone="hint" title={words.noSuchTab()}>
            <Link to={customerPath(search)}>{words.correctAddress()}</Link>
          </Banner>
        ) : null}
        <CustomerResult key={`${customerUUID}?${key}`} search={search} tab={tab ?? 'info'} onTab={openTab} />
      </div>
    ) : (
      <Notice title={words.namesNone()} level={1} isFocused role="alert">
        <p>{words.uuidProblem()}</p>
        <Link to="/">{words.searchCustomer()}</Link>
      </Notice>
    )
  const isRight = problem === undefined && tab !== undefined && !/[?&]amp;/.test(query)
  return isRight ? page : <CorrectedAddress address={`${pathname}${query}`}>{page}</CorrectedAddress>
}
