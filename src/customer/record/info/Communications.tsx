import * as words from '#words/info'
import type { Communication } from '#src/contract/customer.ts'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import type { Section } from '#src/contract/read-answer.ts'
import { contactKind } from '#src/format/contact.ts'
import { Badge } from '#src/ui/Badge.tsx'
import { ContactValue } from '#src/customer/record/ContactValue.tsx'
import { contactLabel } from '#src/customer/record/labels.ts'
import { Sent } from '#src/customer/record/Sent.tsx'
import { cleanText } from '#src/format/text.ts'
import { SectionState } from '#src/customer/record/SectionState.tsx'
import { QuietId, TextValue } from '#src/customer/record/values.tsx'
import classes from './Communications.module.css'

const KIND_ORDER = ['phone', 'e-mail', 'fax', 'other'] as const

type Props = { section: Section<Communication[]> }

/** Every way to reach the customer, the preferred one of its kind first. */
export function Communications({ section }: Props) {
  return (
    <TitledCard title={words.contact()} count={section.state === 'read' ? section.value.length : undefined}>
      <SectionState section={section} noun={words.contactsNoun()}>
        {(items) => (
          <ul className={classes.list}>
            {sorted(items).map((item, index) => (
              <li key={index} className={classes.row}>
                <span className={classes.label}>
                  <span>{contactLabel(item)}</span>
                  {item.preferred === true ? <Badge tone="accent">{words.preferred()}</Badge> : null}
                </span>
                <span className={classes.value}>
                  <ContactValue communication={item} withSent />
                </span>
                <span className={classes.facts}>
                  <TextValue value={item.commType} />
                  {cleanText(item.commLabel) === '' ? null : (
                    <span>
                      <span>{words.label()}</span> <Sent text={item.commLabel} />
                    </span>
                  )}
                  <span>
                    {item.preferred === false
                      ? words.notPreferred()
                      : item.preferred === true
                        ? ''
                        : words.preferenceNotStated()}
                  </span>
                  <span>
                    <span>{words.id()}</span> <QuietId value={item.id} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </SectionState>
    </TitledCard>
  )
}

function sorted(items: readonly Communication[]): Communication[] {
  const rank = (item: Communication) => KIND_ORDER.indexOf(contactKind(item)) * 2 + (item.preferred === true ? 0 : 1)
  return [...items].sort((a, b) => rank(a) - rank(b))
}
