import { Link } from '#src/ui/Link.tsx'
import { Notice } from '#src/ui/Notice.tsx'
import { usePageTitle } from '#src/ui/use-page-title.ts'

export function NotFoundPage() {
  usePageTitle('Page not found')
  return (
    <Notice title="There is no such page" level={1}>
      <p>The address may be mistyped or from an older version.</p>
      <p>
        <Link to="/">Search for a customer</Link>
      </p>
    </Notice>
  )
}
