import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router-dom'
import { CustomerPage } from '#src/customer/CustomerPage.tsx'
import { SignedIn } from '#src/sign-in/SignedIn.tsx'
import { AppLayout } from './AppLayout.tsx'

const SignInPage = lazy(async () => ({ default: (await import('#src/sign-in/SignInPage.tsx')).SignInPage }))
const SearchPage = lazy(async () => ({ default: (await import('#src/customer/SearchPage.tsx')).SearchPage }))
const AuditPage = lazy(async () => ({ default: (await import('#src/audit/AuditPage.tsx')).AuditPage }))
const NotFoundPage = lazy(async () => ({ default: (await import('./NotFoundPage.tsx')).NotFoundPage }))

export function AppRoutes() {
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route
          element={
            <SignedIn>
              <AppLayout />
            </SignedIn>
          }
        >
          <Route index element={<SearchPage />} />
          <Route path="/customers/:customerUUID/:tab?" element={<CustomerPage />} />
          <Route path="/audit" element={<AuditPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </Suspense>
  )
}
