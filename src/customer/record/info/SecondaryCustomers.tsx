import type { SecondaryCustomer } from '#src/contract/customer.ts'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import type { Section } from '#src/contract/read-answer.ts'
import { identifierProblem } from '#src/contract/identifier.ts'
import { personName } from '#src/format/name.ts'
import { Code } from '#src/ui/Code.tsx'
import { type CustomerSearch, customerPath } from '#src/customer/look-up/customer-address.ts'
import { SectionState } from '#src/customer/record/SectionState.tsx'
import { QuietId } from '#src/customer/record/values.tsx'
import classes from './SecondaryCustomers.module.css'
import { Link } from '#src/ui/Link.tsx'

type Props = { section: Section<SecondaryCustomer[]>; search: CustomerSearch }

/** Other records of the same person or household; each that has an identifier can be opened. */
export function SecondaryCustomers({ section, search }: Props) {
  return (
    <TitledCard title="Linked customers" count={section.state === 'read' ? section.value.length : undefined}>
      <SectionState section={section} noun="linked customers">
        {(items) => (
          <ul className={classes.list}>
            {items.map((item, index) => (
              <li key={index} className={classes.row}>
                <SecondaryName item={item} search={search} />
                <span className={classes.facts}>
                  <span>
                    key <QuietId value={item.customerKey} />
                  </span>
                  <span>
                    id <QuietId value={item.customerId} />
                  </span>
                  {item.guid ? <Code>{item.guid}</Code> : <span>no UUID, cannot be opened</span>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </SectionState>
    </TitledCard>
  )
}

function SecondaryName({ item, search }: { item: SecondaryCustomer; search: CustomerSearch }) {
  const name = personName(item) || 'Unnamed customer'
  const canOpen = item.guid && identifierProblem(item.guid) === undefined
  if (!canOpen) return <span className={classes.name}>{name}</span>
  return (
    <Link className={classes.name} to={customerPath({ ...search, customerUUID: item.guid ?? '' })}>
      {name}
    </Link>
  )
}
