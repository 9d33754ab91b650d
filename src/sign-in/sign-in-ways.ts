/** The server writes into the page which ways to sign in there are. */
const ways = document.querySelector<HTMLMetaElement>('meta[name="desk-sign-in"]')?.content.split(' ') ?? []

/** Whether there is this way to sign in: by a password, by a passkey alone, or at the identity provider. */
export const hasWay = (way: 'local' | 'passkey' | 'single'): boolean => ways.includes(way)
