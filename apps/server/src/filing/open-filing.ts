import type { AnyJobKind, Database, Schedule } from '@sampan/database'
import type { FastifyInstance } from 'fastify'
import type { MessageChannel } from '../delivery/channel'
import { createCipher } from '../documents/cipher'
import type { Sessions } from '../identity/sessions'
import { createFilingChecks } from './checks'
import { createFilingDeadlines } from './deadlines'
import { createFilingDesk } from './desk'
import { addFilingDeskRoutes, addFilingSettingsRoutes } from './desk-routes'
import { createSimulatedFaceProvider } from './face-provider'
import type { FilingParts } from './filing-parts'
import { addFilingCheckRoutes, addFilingRoutes } from './routes'
import { FILING_LIMITS } from './rules/filing-limits'
import { defineSmsJob } from './send-codes'
import { createFilingService } from './service'
import { createFilingSettings } from './settings'

/** The filing area, put together. */
export function openFiling(platform: {
  db: Database
  secret: string
  sms: MessageChannel
  baseUrl(): string
  now(): Date
}): {
  parts: FilingParts
  addRoutes(api: FastifyInstance, sessions: Sessions): void
  jobs: { kinds: AnyJobKind[]; schedules: Schedule[] }
} {
  const cipher = createCipher(platform.secret, 'filings')
  const smsJob = defineSmsJob({ ...platform, cipher })
  const face = createSimulatedFaceProvider(platform.baseUrl)
  const { db, now } = platform
  const parts: FilingParts = { db, cipher, limits: FILING_LIMITS, face, smsJob, now }
  const checks = createFilingChecks(parts)
  const deadlines = createFilingDeadlines(parts)
  return {
    parts,
    addRoutes(api, sessions) {
      addFilingRoutes(api, { service: createFilingService(parts), checks }, sessions)
      addFilingCheckRoutes(api, checks)
      addFilingDeskRoutes(api, 'review', createFilingDesk(parts, 'reviewer'), sessions)
      addFilingDeskRoutes(api, 'regulator', createFilingDesk(parts, 'regulator'), sessions)
      addFilingSettingsRoutes(api, createFilingSettings(platform), sessions)
    },
    jobs: { kinds: [...deadlines.kinds, smsJob], schedules: deadlines.schedules },
  }
}
