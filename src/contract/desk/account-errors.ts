/** `errorCode` of refusals about accounts that the page acts on. */
export const ACCOUNT_ERRORS = {
  wrongPassword: 400_001,
  unfitPassword: 400_002,
  wrongCode: 400_003,
  secondFactorNeeded: 401_001,
  setUpNeeded: 401_002,
  wrongSecondFactor: 401_003,
  signInIsOver: 401_004,
  confirmationNeeded: 403_001,
} as const
