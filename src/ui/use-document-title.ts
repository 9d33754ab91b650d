import { useEffect } from 'react'

/** Sets the tab's title. Titles stay in histories and on shared screens, so no person is named in one. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Customer Desk`
  }, [title])
}
