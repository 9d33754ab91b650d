import { useDocumentTitle } from '@mantine/hooks'

/** Sets the browser tab's title. Titles stay in histories and on shared screens, so no person is named in one. */
export function usePageTitle(title: string): void {
  useDocumentTitle(`${title} · Customer Desk`)
}
