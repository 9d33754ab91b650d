import { Notice } from '#src/ui/Notice.tsx'
import { useDocumentTitle } from '#src/ui/use-document-title.ts'
import { Link } from '#src/ui/Link.tsx'

export function NotFoundPage() {
  useDocumentTitle('Page not found')
  return (
    <Notice title="There is no such page" level={1}>
      <p>The address may be mistyped or from an older version.</p>
      <p>
        <Link to="/">Search for a customer</Link>
      </p>
    </Notice>
  )
}
