/** ZIP codes have five digits (USPS); one that was once a number has lost the zero in front. */
export function zipHint(zip: string | null | undefined, country: string | null | undefined): string | undefined {
  const isAmerican = /^(?:us|usa|united states.*)?$/i.test(country?.trim() ?? '')
  return isAmerican && /^\d{4}$/.test(zip?.trim() ?? '')
    ? 'ZIP with 4 digits: a zero in front may be missing'
    : undefined
}
