// PCI DSS 3.4.1: a display may show at most the first six and the last four digits; here it is the last four.
const MAY_BE_CARD = /(?<![\dA-Za-z])(?:\d[ .-]?){12,18}\d(?![\dA-Za-z])/g

/** Cuts card numbers in free text to their last four digits; other numbers stay. */
export function maskCards(text: string): string {
  // Most texts hold no thirteen digits, and looking is cheaper than matching.
  if (text.length < 13) return text
  return text.replace(MAY_BE_CARD, (found) => {
    const digits = found.replace(/\D/g, '')
    return isCardNumber(digits) ? `•••• ${digits.slice(-4)}` : found
  })
}

/** ISO/IEC 7812: 13 to 19 digits of a payment network, whose last is right by Luhn's rule. */
function isCardNumber(digits: string): boolean {
  if (!/^[2-6]/.test(digits)) return false
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.at(-1 - index))
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
