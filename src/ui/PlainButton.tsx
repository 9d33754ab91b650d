import type { ComponentProps } from 'react'
import classes from './PlainButton.module.css'

/** A button without a look of its own: its class gives it one. */
export function PlainButton({ className, ...rest }: ComponentProps<'button'>) {
  return <button type="button" className={`${classes.plain} ${className ?? ''}`} {...rest} />
}
