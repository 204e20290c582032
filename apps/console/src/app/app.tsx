import { Suspense } from 'react'
import { Link, Outlet, Route, Routes, useLocation } from 'react-router'
import { CompassIcon } from 'tdesign-icons-react'
import { Loading } from 'tdesign-react'
import { useSession } from '../api/session'
import { ConfirmByScan } from '../confirmations/confirm-by-scan'
import { SignIn } from '../sign-in/sign-in'
import { useTexts } from '../texts/texts'
import { Empty } from '../ui/empty'
import { Loaded } from '../ui/loaded'
import { PageFailure } from './page-failure'
import { OPEN_ROUTES, ROUTES } from './routes'
import { Shell } from './shell'
import { appTexts } from './texts'

/** A few pages are for everybody. For the others one signs in. */
export function App() {
  return (
    <Routes>
      {OPEN_ROUTES.map(({ path, page: Page }) => (
        <Route
          key={path}
          path={path}
          element={
            <Suspense fallback={<Loading />}>
              <Page />
            </Suspense>
          }
        />
      ))}
      <Route path="*" element={<SignedIn />} />
    </Routes>
  )
}

/** Signed in: the pages. Not yet: the way in, and then the page that was asked for. */
function SignedIn() {
  const session = useSession()
  return (
    <Loaded query={session}>
      {(found) =>
        found?.isEmailVerified && found.phone !== null ? (
          <Routes>
            <Route element={<Shell />}>
              <Route element={<PageFrame />}>
                {ROUTES.map(({ path, page: Page }) => (
                  <Route key={path} path={path} element={<Page />} />
                ))}
                <Route path="*" element={<MissingPage />} />
              </Route>
            </Route>
          </Routes>
        ) : (
          <SignIn session={found} />
        )
      }
    </Loaded>
  )
}

function PageFrame() {
  const { pathname } = useLocation()
  return (
    <PageFailure key={pathname}>
      <Suspense fallback={<Loading />}>
        <ConfirmByScan>
          <Outlet />
        </ConfirmByScan>
      </Suspense>
    </PageFailure>
  )
}

function MissingPage() {
  const t = useTexts(appTexts)
  return (
    <Empty
      icon={<CompassIcon />}
      title={t('missing.title')}
      text={t('missing.text')}
      action={<Link to="/">{t('missing.back')}</Link>}
    />
  )
}
