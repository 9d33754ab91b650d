import * as words from '#words/app'
import { lazyPart } from '#src/ui/LazyPart.tsx'

// The pages that a customer link does not need, in chunks of their own.
export const SignInPage = lazyPart(
  words.signInPart(),
  async () => (await import('#src/sign-in/SignInPage.tsx')).SignInPage,
)
export const SearchPage = lazyPart(
  words.searchPart(),
  async () => (await import('#src/customer/search/SearchPage.tsx')).SearchPage,
)
export const AccountPage = lazyPart(
  words.accountPart(),
  async () => (await import('#src/account/AccountPage.tsx')).AccountPage,
)
export const AuditPage = lazyPart(words.auditPart(), async () => (await import('#src/audit/AuditPage.tsx')).AuditPage)
export const NotFoundPage = lazyPart(
  words.notFoundPart(),
  async () => (await import('./NotFoundPage.tsx')).NotFoundPage,
)
