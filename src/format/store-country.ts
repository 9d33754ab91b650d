const BY_CURRENCY: Readonly<Record<string, string>> = {
  ...{ USD: 'US', CAD: 'CA', MXN: 'MX', GBP: 'GB', CHF: 'CH', AUD: 'AU', NZD: 'NZ', JPY: 'JP', BRL: 'BR', INR: 'IN' },
  ...{ SEK: 'SE', NOK: 'NO', DKK: 'DK', PLN: 'PL', CZK: 'CZ', ZAR: 'ZA' },
}

const BY_ZONE: Readonly<Record<string, string>> = {
  ...{ 'Europe/Berlin': 'DE', 'Europe/Paris': 'FR', 'Europe/Madrid': 'ES', 'Europe/Rome': 'IT', 'Europe/Vienna': 'AT' },
  ...{ 'Europe/Amsterdam': 'NL', 'Europe/Brussels': 'BE', 'Europe/Dublin': 'IE', 'Europe/Lisbon': 'PT' },
  ...{ 'Europe/Helsinki': 'FI', 'Europe/Luxembourg': 'LU' },
}

/**
 * The country that the stores are in, as ISO 3166 code: what a phone number or an address means that names none. Said by
 * the currency, and by the time zone where several countries share one.
 */
export function storeCountry({ currency, timeZone }: { currency: string; timeZone: string }): string {
  return BY_CURRENCY[currency] ?? BY_ZONE[timeZone] ?? 'US'
}
