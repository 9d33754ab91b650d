/** The pages that a customer link does not need, in chunks of their own. */
export const pages = {
  signIn: async () => (await import('#src/sign-in/SignInPage.tsx')).SignInPage,
  search: async () => (await import('#src/customer/search/SearchPage.tsx')).SearchPage,
  audit: async () => (await import('#src/audit/AuditPage.tsx')).AuditPage,
  notFound: async () => (await import('./NotFoundPage.tsx')).NotFoundPage,
}
