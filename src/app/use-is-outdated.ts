import { useSyncExternalStore } from 'react'
import { hearVersion, isAppOutdated } from '#src/api/app-version.ts'

/** Whether the server has a newer app than the one that this page was loaded with. */
export const useIsOutdated = (): boolean => useSyncExternalStore(hearVersion, isAppOutdated)
