import { useParams, useSearchParams } from 'react-router-dom'
import { identifierProblem } from '#src/contract/identifier.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { Notice } from '#src/ui/Notice.tsx'
import { useDocumentTitle } from '#src/ui/use-document-title.ts'
import { useSame } from '#src/ui/use-same.ts'
import { CustomerResult } from './CustomerResult.tsx'
import { customerPath, parseCustomerSearch, type Tab, tabs } from './customer-url.ts'
import { SearchBar } from './SearchBar.tsx'
import classes from './CustomerPage.module.css'
import { Link } from '#src/ui/Link.tsx'

/** Reads the address; everything below is shown for that address only. */
export function CustomerPage() {
  useDocumentTitle('Customer')
  const { customerUUID = '', tab: segment } = useParams()
  const [params] = useSearchParams()
  const { search: asked, problems } = parseCustomerSearch(customerUUID, params)
  // The filter of a tab changes the address too, and nothing that is asked.
  const search = useSame(asked)
  const tab = segment === undefined ? 'info' : tabs.find((name) => name === segment)
  const problem = identifierProblem(customerUUID)
  if (problem !== undefined) {
    return (
      <Notice title="This link names no customer" level={1} isAlert>
        <p>A customer UUID {problem}. Nothing was asked.</p>
        <Link to="/">Search for a customer</Link>
      </Notice>
    )
  }
  return (
    <div className={classes.page}>
      <SearchBar search={search} />
      {problems.map((text) => (
        <Banner key={text} tone="hint" title={text} />
      ))}
      {tab === undefined ? (
        <Banner tone="hint" title="The link names a tab that does not exist; this is the customer info">
          <Link to={customerPath(search)}>Correct the address</Link>
        </Banner>
      ) : null}
      <CustomerResult key={JSON.stringify(search)} search={search} tab={(tab ?? 'info') satisfies Tab} />
    </div>
  )
}
