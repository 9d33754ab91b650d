/** The languages that pages and the server's words are had in (BCP 47); the first for whoever asks for none of them. */
export const LANGUAGES = ['en-US', 'es-US', 'fr-CA'] as const

export type Language = (typeof LANGUAGES)[number]
