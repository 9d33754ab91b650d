import classes from './Badge.module.css'

type Props = {
  /** A word always says what the colour repeats. */
  children: string
  tone?: 'neutral' | 'open' | 'invoiced' | 'closed' | 'accent' | 'warning'
  title?: string
}

export function Badge({ children, tone = 'neutral', title }: Props) {
  return (
    <span className={classes.badge} data-tone={tone} title={title}>
      {children}
    </span>
  )
}
