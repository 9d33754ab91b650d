import type { Session } from '#src/contract/desk/session.ts'

/** Somebody who works at one dealer. */
export const SESSION: Session = {
  user: { uuid: 'u', name: 'U' },
  isManager: false,
  dealers: [{ uuid: 'd', id: '17', name: 'Northside' }],
  currency: 'USD',
  timeZone: 'UTC',
  idleMinutes: 15,
  imageHosts: [],
  findingsOff: [],
  preferences: {},
}
