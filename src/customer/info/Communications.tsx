import type { Communication } from '#src/contract/customer.ts'
import type { Section } from '#src/contract/read-answer.ts'
import { contactKind } from '#src/format/contact.ts'
import { Badge } from '#src/ui/Badge.tsx'
import { Card } from '#src/ui/Card.tsx'
import { ContactValue } from '../ContactValue.tsx'
import { contactLabel } from '../labels.ts'
import { SectionState } from '../SectionState.tsx'
import { QuietId, TextValue } from '../values.tsx'
import classes from './Communications.module.css'

const KIND_ORDER = ['phone', 'e-mail', 'other'] as const

type Props = { section: Section<Communication[]> }

/** Every way to reach the customer, the preferred one of its kind first. */
export function Communications({ section }: Props) {
  return (
    <Card title="Contact" count={section.state === 'read' ? section.value.length : undefined}>
      <SectionState section={section} noun="phone numbers or e-mail addresses">
        {(items) => (
          <ul className={classes.list}>
            {sorted(items).map((item, index) => (
              <li key={index} className={classes.row}>
                <span className={classes.label}>
                  {contactLabel(item)}
                  {item.preferred === true ? <Badge tone="accent">Preferred</Badge> : null}
                </span>
                <span className={classes.value}>
                  <ContactValue communication={item} />
                </span>
                <span className={classes.facts}>
                  <TextValue value={item.commType} />
                  {item.commLabel?.trim() ? <span>label {item.commLabel}</span> : null}
                  <span>
                    {item.preferred === false
                      ? 'not preferred'
                      : item.preferred === true
                        ? ''
                        : 'preference not stated'}
                  </span>
                  <span>
                    id <QuietId value={item.id} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </SectionState>
    </Card>
  )
}

function sorted(items: readonly Communication[]): Communication[] {
  const rank = (item: Communication) => KIND_ORDER.indexOf(contactKind(item)) * 2 + (item.preferred === true ? 0 : 1)
  return items.toSorted((a, b) => rank(a) - rank(b))
}
