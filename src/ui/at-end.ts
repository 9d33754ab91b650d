type Props = { onClick: () => void } | { 'aria-disabled': true; 'data-disabled': true }

/**
 * Of a button that steps on, and may be at the end of the way. There it does nothing, but keeps the focus of whoever has
 * just come to the end by it, which a disabled button would lose.
 */
export function stepButton(isAtEnd: boolean, onClick: () => void): Props {
  return isAtEnd ? { 'aria-disabled': true, 'data-disabled': true } : { onClick }
}
