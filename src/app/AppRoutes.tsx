import { Route, Routes } from 'react-router-dom'
import { CustomerPage } from '#src/customer/CustomerPage.tsx'
import { SignedIn } from '#src/sign-in/SignedIn.tsx'
import { lazyPart } from '#src/ui/LazyPart.tsx'
import { AppLayout } from './AppLayout.tsx'
import { pages } from './pages.ts'

const SignInPage = lazyPart('The sign-in', pages.signIn)
const SearchPage = lazyPart('The search', pages.search)
const AuditPage = lazyPart('The audit record', pages.audit)
const NotFoundPage = lazyPart('This page', pages.notFound)

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
        <Route path="/audit" element={<AuditPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  )
}
