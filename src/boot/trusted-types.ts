// With the policy named "default" the browser asks here before any text becomes markup. Mantine writes the rules
// of its style elements that way, and no rule holds a "<"; everything else is refused.
type Policy = { createHTML: (text: string) => string | null }
type TrustedTypes = { createPolicy: (name: string, policy: Policy) => unknown }

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
trustedTypes?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) })
