import * as words from '#words/app'
import { Link } from '#src/ui/Link.tsx'
import { Notice } from '#src/ui/Notice.tsx'
import { usePageTitle } from '#src/ui/use-page-title.ts'

export function NotFoundPage() {
  usePageTitle(words.notFound())
  return (
    <Notice title={words.noSuchPage()} level={1}>
      <p>{words.mistyped()}</p>
      <p>
        <Link to="/">{words.searchCustomer()}</Link>
      </p>
    </Notice>
  )
}
