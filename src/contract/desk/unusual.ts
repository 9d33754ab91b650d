/** What can be out of the ordinary about look-ups, each compared with what the same person usually does. */
export const UNUSUAL_RULES = ['many-customers', 'unusual-hour', 'other-dealer', 'nothing-found', 'taken-along'] as const
export type UnusualRule = (typeof UNUSUAL_RULES)[number]
