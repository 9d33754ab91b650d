import { type HotkeyItem, useHotkeys } from '@mantine/hooks'
import { useLocation, useNavigate } from 'react-router-dom'
import { type CustomerSearch, sameViewOf, type Tab, tabs } from '#src/customer/look-up/customer-address.ts'
import { useRecordActions } from '#src/customer/look-up/use-record-actions.ts'
import { usePreference } from '#src/session/preferences.ts'
import { keyOfTab, SINGLE_KEYS } from './single-keys.ts'

/** What takes keys for itself. */
const OWN_KEYS = '[role="dialog"], [role="menu"], [role="listbox"], [contenteditable]'

/**
 * A digit opens a tab, a letter does what is done most. Who speaks to the computer, or whose hand slips, can switch them off
 * (WCAG 2.1.4).
 */
export function useSingleKeys(search: CustomerSearch): void {
  const navigate = useNavigate()
  const location = useLocation()
  const { refresh, openHandOff } = useRecordActions()
  const isOn = usePreference('single-keys').value !== false
  const open = (tab: Tab) =>
    void navigate(sameViewOf(search, tab, location.search), { replace: true, preventScrollReset: true })
  const doing = (act: () => void) => (event: KeyboardEvent) => {
    if (!isOn || event.repeat || (event.target instanceof Element && event.target.closest(OWN_KEYS) !== null)) return
    event.preventDefault()
    act()
  }
  // Fields keep their letters; that is what the hook does by itself.
  const options = { preventDefault: false }
  useHotkeys([
    ...tabs.map((tab): HotkeyItem => [keyOfTab(tab), doing(() => open(tab)), options]),
    [SINGLE_KEYS.find, doing(() => document.querySelector<HTMLElement>('input[type="search"]')?.focus()), options],
    [SINGLE_KEYS.refresh, doing(refresh), options],
    [SINGLE_KEYS.handOff, doing(openHandOff), options],
  ])
}
