type PostalAddress = {
  line1?: string | null | undefined
  line2?: string | null | undefined
  city?: string | null | undefined
  state?: string | null | undefined
  stateCode?: string | null | undefined
  stateDescription?: string | null | undefined
  zip?: string | null | undefined
  zipExt?: string | null | undefined
  country?: string | null | undefined
  countryCode?: string | null | undefined
}

/** The lines of a postal block, none of them blank; zip and extension joined. */
export function addressLines(address: PostalAddress): string[] {
  const state = filled(address.state) ?? filled(address.stateCode) ?? filled(address.stateDescription)
  const zip = [filled(address.zip), filled(address.zipExt)].filter((part) => part !== undefined).join('-')
  const place = [filled(address.city), [state, zip].filter((part) => part !== undefined && part !== '').join(' ')]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
  return [
    filled(address.line1),
    filled(address.line2),
    place,
    filled(address.country) ?? filled(address.countryCode),
  ].filter((line): line is string => line !== undefined && line !== '')
}

/** The address in one line. */
export function addressLine(address: PostalAddress): string {
  return addressLines(address).join(', ')
}

function filled(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed === '' ? undefined : trimmed
}
