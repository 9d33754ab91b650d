const DAY_MS = 86_400_000

/** The instant so many days before another one. */
export const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * DAY_MS)
