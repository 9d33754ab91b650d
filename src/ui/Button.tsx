import type { ComponentProps } from 'react'
import classes from './Button.module.css'

type Look = {
  /** `main` is the one thing to do next; there is at most one of it in sight. */
  look?: 'main' | 'plain' | 'quiet'
  size?: 'small' | 'normal' | 'large'
  isWide?: boolean
}

/**
 * A button with words. While it `isBusy` it says so and takes no second press. One that `isAtEnd` does nothing either, but
 * keeps the focus of whoever has just come to the end by it, which a disabled one would lose.
 */
export function Button({
  look = 'main',
  size = 'normal',
  isWide = false,
  isBusy = false,
  isAtEnd = false,
  className,
  disabled,
  onClick,
  ...rest
}: Look & { isBusy?: boolean; isAtEnd?: boolean } & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      className={`${classes.button} ${className ?? ''}`}
      data-look={look}
      data-size={size}
      data-wide={isWide || undefined}
      data-busy={isBusy || undefined}
      aria-busy={isBusy || undefined}
      aria-disabled={isAtEnd || undefined}
      disabled={disabled === true || isBusy}
      onClick={isAtEnd ? undefined : onClick}
      {...rest}
    />
  )
}

/** A link to elsewhere that looks like a button. */
export function LinkButton({
  look = 'main',
  size = 'normal',
  isWide = false,
  children,
  ...rest
}: Look & ComponentProps<'a'>) {
  return (
    <a className={classes.button} data-look={look} data-size={size} data-wide={isWide || undefined} {...rest}>
      {children}
    </a>
  )
}
