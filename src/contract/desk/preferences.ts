import { Identifier } from '#src/contract/scalars.ts'
import { z } from '../zod.ts'
import { LANGUAGES } from './language.ts'
import { PAGE_SIZES } from './page-sizes.ts'

// The names of rules and of columns are those of other rooms; one that is not there any more does nothing.
const nameOf = (what: string) =>
  z.string('must be text').check(z.regex(/^[a-z]+(?:-[a-z]+)*$/, `must be the name of a ${what}`), z.maxLength(40))

const MOST_DEALERS = 2000

/** What a person may keep, each with the shape of its value. Where the address says something else, the address wins. */
const Everything = z.object({
  /** The language of the pages and of the server's words; without it the browser's. */
  language: z.enum(LANGUAGES, `must be one of ${LANGUAGES.join(', ')}`),
  /** Light or dark; without it the page is as the system is. */
  'color-scheme': z.enum(['light', 'dark'], 'must be light or dark'),
  /** The dealers that they asked last; without it all of theirs. */
  dealers: z
    .array(Identifier, 'must be a list of dealers')
    .check(
      z.minLength(1, 'must name a dealer'),
      z.maxLength(MOST_DEALERS, `must name at most ${MOST_DEALERS} dealers`),
    ),
  /** Columns of the orders, by name, that are shown or not: those that are not named here are as for everybody. */
  'orders-columns': z
    .record(nameOf('column'), z.boolean('must be true or false'), 'must be columns by name')
    .check(z.refine((columns) => Object.keys(columns).length <= 50, 'must name at most 50 columns')),
  /** How close the rows of the orders stand. */
  'orders-rows': z.enum(['comfortable', 'compact'], 'must be comfortable or compact'),
  'orders-page-size': z.literal([...PAGE_SIZES], `must be one of ${PAGE_SIZES.join(', ')}`),
  /** Rules about records of which they want to see no findings. */
  'findings-off': z
    .array(nameOf('rule'), 'must be a list of rules')
    .check(z.maxLength(50, 'must name at most 50 rules')),
  /** Whether single letters and digits do something on a customer's page; what nobody chose is yes. */
  'single-keys': z.boolean('must be true or false'),
})

export const PreferenceName = z.keyof(Everything)
export type PreferenceName = z.output<typeof PreferenceName>
export const PREFERENCE_NAMES = PreferenceName.options

/** Everything that is kept; what the person never chose is absent. */
export const Preferences = z.partial(Everything)
export type Preferences = z.output<typeof Preferences>

/** The body that sets one. */
export const PreferenceValue = z.object({ value: z.unknown() })

/** The value of a preference, where it is one. */
export const readPreference = (name: PreferenceName, value: unknown) => Everything.shape[name].safeParse(value)
