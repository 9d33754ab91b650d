/** A whole number with thousands set apart: `12,480`. Done by hand, since the first use of Intl holds a page up. */
export function formatCount(count: number): string {
  return groupThousands(String(count))
}

/** `1 order`, `12 orders`; `plural` where it is not made with an s. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`
}

/** Sets thousands apart in a text of digits, with or without a minus. */
export function groupThousands(digits: string): string {
  return digits.length <= 3 ? digits : digits.replace(/\B(?=(?:\d{3})+$)/g, ',')
}
