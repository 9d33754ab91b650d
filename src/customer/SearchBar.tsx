import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { useSession } from '#src/api/session-context.ts'
import { AskedLine } from './AskedLine.tsx'
import { askedDealers } from './look-up.ts'
import { type CustomerSearch, customerPath } from './customer-url.ts'
import classes from './SearchBar.module.css'
import { PlainButton } from '#src/ui/PlainButton.tsx'

const SearchForm = lazy(async () => ({ default: (await import('./SearchForm.tsx')).SearchForm }))

type Props = { search: CustomerSearch }

/** Says what was asked, and opens the form to ask otherwise. */
export function SearchBar({ search }: Props) {
  const session = useSession()
  const navigate = useNavigate()
  const [isOpen, setIsOpen] = useState(false)
  const asked = askedDealers(session, search)
  const Icon = isOpen ? IconChevronUp : IconChevronDown
  return (
    <div className={classes.bar}>
      <AskedLine session={session} search={search}>
        <PlainButton className={classes.toggle} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          Change search
          <Icon size={14} aria-hidden="true" />
        </PlainButton>
      </AskedLine>
      {isOpen ? (
        <Suspense fallback={null}>
          <SearchForm
            initial={{ text: search.customerUUID, dealers: asked, excludeOrderType: search.excludeOrderType }}
            onSearch={(next) => {
              setIsOpen(false)
              navigate(customerPath(next))
            }}
          />
        </Suspense>
      ) : null}
    </div>
  )
}
