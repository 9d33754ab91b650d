import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import classes from './PageBoundary.module.css'

type Props = { children: ReactNode }
type State = { isBroken: boolean }

/** The last resort: whatever throws past every section lands here, and says how to go on. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { isBroken: false }

  static getDerivedStateFromError(): State {
    return { isBroken: true }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <main className={classes.page}>
        <h1>This page could not be shown</h1>
        <p>Something in Customer Desk failed. Nothing was changed. Reload the page; if it stays, tell your support.</p>
        <Button onClick={() => location.reload()}>Reload</Button>
      </main>
    )
  }
}
