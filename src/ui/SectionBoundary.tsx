import type { ReactNode } from 'react'
import { Banner } from './Banner.tsx'
import { Boundary } from './Boundary.tsx'

type Props = { name: string; children: ReactNode }

/** Keeps a section that throws from taking the page with it. */
export function SectionBoundary({ name, children }: Props) {
  return (
    <Boundary
      fallback={
        <Banner
          tone="error"
          title={`${name} could not be shown`}
          message="The rest of the record is not affected. Reload the page to try again."
        />
      }
    >
      {children}
    </Boundary>
  )
}
