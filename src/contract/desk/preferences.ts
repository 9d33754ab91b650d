import { z } from '../zod.ts'

// The names of rules are those of another room; one that is not there any more does nothing.
const RuleName = z
  .string('must be text')
  .check(z.regex(/^[a-z]+(?:-[a-z]+)*$/, 'must be the name of a rule'), z.maxLength(40))

/** What a person may keep, each with the shape of its value. Where the address says something else, the address wins. */
const Everything = z.object({
  /** Rules about records of which they want to see no findings. */
  'findings-off': z.array(RuleName, 'must be a list of rules').check(z.maxLength(50, 'must name at most 50 rules')),
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
