import { lazyPart } from '#src/ui/LazyPart.tsx'

// The pages that a customer link does not need, in chunks of their own.
export const SignInPage = lazyPart('The sign-in', async () => (await import('#src/sign-in/SignInPage.tsx')).SignInPage)
export const SearchPage = lazyPart(
  'The search',
  async () => (await import('#src/customer/search/SearchPage.tsx')).SearchPage,
)
export const AccountPage = lazyPart(
  'Your account',
  async () => (await import('#src/account/AccountPage.tsx')).AccountPage,
)
export const AuditPage = lazyPart('The audit record', async () => (await import('#src/audit/AuditPage.tsx')).AuditPage)
export const NotFoundPage = lazyPart('This page', async () => (await import('./NotFoundPage.tsx')).NotFoundPage)
