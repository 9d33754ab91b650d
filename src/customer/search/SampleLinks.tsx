import * as words from '#words/search'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import classes from './LinkList.module.css'
import { Link } from '#src/ui/Link.tsx'

type Props = { links: readonly { title: string; path: string }[] }

/** Customers of the sample dealership that are worth a look. */
export function SampleLinks({ links }: Props) {
  return (
    <TitledCard title={words.tryOne()}>
      <ul className={classes.list}>
        {links.map((link) => (
          <li key={link.path}>
            <Link underline="never" className={classes.link} to={link.path}>
              <span className={classes.name}>{link.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </TitledCard>
  )
}
