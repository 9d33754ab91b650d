/**
 * A password as it is hashed: RFC 8265, OpaqueString. Keyboards differ in how they write an accent or a blank; capitals and
 * blanks at the ends are the person's own.
 */
export const opaquePassword = (typed: string): string => typed.replace(/\p{Zs}/gu, ' ').normalize('NFC')
