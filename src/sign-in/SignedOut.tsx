import { usePageTitle } from '#src/ui/use-page-title.ts'
import { Notice } from '#src/ui/Notice.tsx'
import * as words from '#words/sign-in'
import classes from './SignedOut.module.css'

/** Where a sign-out has come to. */
export type Leaving =
  /** The server is being told. */
  | 'telling'
  /** The server could not be told. */
  | 'not-told'
  /** It was another tab that signed out. */
  | 'elsewhere'

const WORDS: Readonly<Record<Leaving, [title: string, text: string]>> = {
  telling: [words.outHere(), words.telling()],
  'not-told': [words.outHere(), words.notTold()],
  elsewhere: [words.out(), words.outElsewhere()],
}

type Props = { leaving: Leaving }

/** Stands in place of everything that was on the page, from the moment somebody signs out. */
export function SignedOut({ leaving }: Props) {
  usePageTitle(words.outTitle())
  const [title, text] = WORDS[leaving]
  return (
    <main className={classes.page}>
      <Notice title={title} level={1} isFocused>
        <p role={leaving === 'telling' ? 'status' : 'alert'}>{text}</p>
        {/* Loaded anew, so that nothing of this page is left in memory. */}
        <a href="/sign-in">{words.toSignIn()}</a>
      </Notice>
    </main>
  )
}
