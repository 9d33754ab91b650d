/** The pages that a customer link does not need. */
export const pageChunks = {
  signIn: () => import('#src/sign-in/SignInPage.tsx'),
  search: () => import('#src/customer/SearchPage.tsx'),
  audit: () => import('#src/audit/AuditPage.tsx'),
  notFound: () => import('./NotFoundPage.tsx'),
}
