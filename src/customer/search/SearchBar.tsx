import * as words from '#words/search'
import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { type CustomerSearch, customerPath } from '#src/customer/look-up/customer-address.ts'
import { customerQuery } from '#src/customer/look-up/customer-query.ts'
import { dealerNameByUUID, dealersLabel } from '#src/customer/look-up/dealer-names.ts'
import { askedDealers } from '#src/customer/look-up/look-up-request.ts'
import { useSession } from '#src/session/session-context.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { lazyPart } from '#src/ui/LazyPart.tsx'
import classes from './SearchBar.module.css'

const SearchForm = lazyPart(words.formPart(), async () => (await import('./SearchForm.tsx')).SearchForm)

/** The names that a pointer brings up; more would cover the page. */
const MOST_NAMED = 30

type Props = { search: CustomerSearch }

/** Says what was searched, and opens the form to search otherwise. */
export function SearchBar({ search }: Props) {
  const session = useSession()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const announce = useAnnounce()
  const [isOpen, setIsOpen] = useState(false)
  const asked = askedDealers(session, search)
  const Icon = isOpen ? IconChevronUp : IconChevronDown
  const handleSearch = (next: CustomerSearch, path: string) => {
    setIsOpen(false)
    // Searching again means reading again, also when nothing was changed.
    if (customerPath(next) === customerPath(search)) {
      announce(words.searchingAgain())
      void queryClient.refetchQueries(customerQuery(session, search))
    } else {
      queryClient.removeQueries(customerQuery(session, next))
      navigate(path)
    }
  }
  return (
    <div className={classes.bar}>
      <p className={classes.asked}>
        <span>{words.searched()}</span>{' '}
        <span
          className={classes.dealers}
          title={asked
            .slice(0, MOST_NAMED)
            .map((uuid) => dealerNameByUUID(session, uuid))
            .join(', ')}
        >
          {dealersLabel(session, asked)}
        </span>
        {search.excludeOrderType ? <span>{words.typeExcluded()}</span> : null}
        <Button
          variant="transparent"
          size="compact-sm"
          className={classes.toggle}
          rightSection={<Icon size={14} aria-hidden="true" />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {words.changeSearch()}
        </Button>
      </p>
      {isOpen ? (
        <SearchForm
          initial={{ text: search.customerUUID, dealers: asked, excludeOrderType: search.excludeOrderType }}
          onSearch={handleSearch}
        />
      ) : null}
    </div>
  )
}
