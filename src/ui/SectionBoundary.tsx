import { Component, type ReactNode } from 'react'
import { Banner } from './Banner.tsx'

type Props = { name: string; children: ReactNode }
type State = { isBroken: boolean }

/** Keeps a section that throws from taking the page with it. */
export class SectionBoundary extends Component<Props, State> {
  override state: State = { isBroken: false }

  static getDerivedStateFromError(): State {
    return { isBroken: true }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <Banner
        tone="error"
        title={`${this.props.name} could not be shown`}
        message="The rest of the record is not affected. Refresh to try again."
      />
    )
  }
}
