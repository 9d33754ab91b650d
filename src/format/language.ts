import { language } from '#words/format'

/** The language and region that the page was built for (BCP 47): what `Intl` is asked in. */
export const LANGUAGE: string = language()
