import { Route, Routes } from 'react-router-dom'
import { CustomerPage } from '#src/customer/CustomerPage.tsx'
import { SignedIn } from '#src/sign-in/SignedIn.tsx'
import { AppLayout } from './AppLayout.tsx'
import { AccountPage, AuditPage, NotFoundPage, SearchPage, SignInPage } from './pages.ts'

export function AppRoutes() {
  return (
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
        <Route path="/account" element={<AccountPage />} />
        <Route path="/audit" element={<AuditPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  )
}
