import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router-dom'
import { CustomerPage } from '#src/customer/CustomerPage.tsx'
import { SignedIn } from '#src/sign-in/SignedIn.tsx'
import { AppLayout } from './AppLayout.tsx'
import { pageChunks } from './page-chunks.ts'

const SignInPage = lazy(async () => ({ default: (await pageChunks.signIn()).SignInPage }))
const SearchPage = lazy(async () => ({ default: (await pageChunks.search()).SearchPage }))
const AuditPage = lazy(async () => ({ default: (await pageChunks.audit()).AuditPage }))
const NotFoundPage = lazy(async () => ({ default: (await pageChunks.notFound()).NotFoundPage }))

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
