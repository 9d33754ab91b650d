import { usePageTitle } from '#src/ui/use-page-title.ts'
import { Notice } from '#src/ui/Notice.tsx'
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
  telling: ['You are signed out on this screen', 'Signing out… The server is being told.'],
  'not-told': [
    'You are signed out on this screen',
    'The session could not be ended: Customer Desk did not answer. Close the browser, or sign out once more when the network is back.',
  ],
  elsewhere: ['You are signed out', 'Somebody signed out in another tab of this browser.'],
}

type Props = { leaving: Leaving }

/** Stands in place of everything that was on the page, from the moment somebody signs out. */
export function SignedOut({ leaving }: Props) {
  usePageTitle('Signed out')
  const [title, text] = WORDS[leaving]
  return (
    <main className={classes.page}>
      <Notice title={title} level={1} isFocused>
        <p role={leaving === 'telling' ? 'status' : 'alert'}>{text}</p>
        {/* Loaded anew, so that nothing of this page is left in memory. */}
        <a href="/sign-in">Go to the sign-in</a>
      </Notice>
    </main>
  )
}
