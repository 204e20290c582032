import { lazy } from 'react'
import type { ComponentType } from 'react'

/** Every page with its address. An area's pages load when one first goes there. */
export const ROUTES: { path: string; page: ComponentType }[] = [
  { path: '/', page: lazy(() => import('../overview/overview-page')) },
  { path: '/programs', page: lazy(() => import('../programs/program-list-page')) },
  { path: '/programs/:appId', page: lazy(() => import('../programs/profile-page')) },
  { path: '/programs/:appId/members', page: lazy(() => import('../members/members-page')) },
  { path: '/programs/:appId/versions', page: lazy(() => import('../versions/versions-page')) },
  { path: '/programs/:appId/filing', page: lazy(() => import('../filing/filing-page')) },
  { path: '/programs/:appId/reviews', page: lazy(() => import('../code-reviews/reviews-page')) },
  { path: '/programs/:appId/settings', page: lazy(() => import('../credentials/settings-page')) },
  { path: '/programs/:appId/releases', page: lazy(() => import('../releasing/releases-page')) },
  { path: '/programs/:appId/domains', page: lazy(() => import('../domains/domains-page')) },
  { path: '/programs/:appId/journal', page: lazy(() => import('../journal/journal-page')) },
  { path: '/join/:token', page: lazy(() => import('../members/join-page')) },
  { path: '/account/entities', page: lazy(() => import('../entities/entity-list-page')) },
  { path: '/account/entities/:id', page: lazy(() => import('../entities/entity-page')) },
  { path: '/account/security', page: lazy(() => import('../security/security-page')) },
  { path: '/notices', page: lazy(() => import('../notices/notices-page')) },
  { path: '/review/entities', page: lazy(() => import('../review/entity-queue-page')) },
  { path: '/review/entities/:id', page: lazy(() => import('../review/entity-review-page')) },
  { path: '/review/applications', page: lazy(() => import('../review/application-queue-page')) },
  { path: '/review/applications/:id', page: lazy(() => import('../review/application-review-page')) },
  { path: '/review/filings', page: lazy(() => import('../filing/review-list-page')) },
  { path: '/review/filings/:id', page: lazy(() => import('../filing/review-detail-page')) },
  { path: '/regulator/filings', page: lazy(() => import('../filing/regulator-list-page')) },
  { path: '/regulator/filings/:id', page: lazy(() => import('../filing/regulator-detail-page')) },
  { path: '/operator/filing', page: lazy(() => import('../filing/settings-page')) },
  { path: '/review/code', page: lazy(() => import('../review/code-queue-page')) },
  { path: '/review/code/:id', page: lazy(() => import('../review/code-review-page')) },
  { path: '/operator/messages', page: lazy(() => import('../operator/messages-page')) },
]

/** Pages for people without an account, opened on a phone by a code or a text message. */
export const OPEN_ROUTES: typeof ROUTES = [
  {
    path: '/filing-face/:code',
    page: lazy(() => import('../filing/phone-pages').then(({ FacePage }) => ({ default: FacePage }))),
  },
  {
    path: '/filing-check/:id',
    page: lazy(() => import('../filing/phone-pages').then(({ SmsPage }) => ({ default: SmsPage }))),
  },
]
