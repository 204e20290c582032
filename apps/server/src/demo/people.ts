import type { StaffRole } from '@sampan/platform-api'

export interface DemoPerson {
  id: 'owner' | 'developer' | 'reviewer' | 'regulator' | 'operator'
  name: string
  email: string
  /** E.164 */
  phone: string
  staffRole?: StaffRole
}

/** One account for each part that somebody may have on a platform. The addresses belong to nobody (RFC 2606). */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { id: 'owner', name: 'Lin Yi', email: 'owner@demo.example', phone: '+8613800138001' },
  { id: 'developer', name: 'Maya Roy', email: 'developer@demo.example', phone: '+8613800138002' },
  {
    id: 'reviewer',
    name: 'Rao Wen',
    email: 'reviewer@demo.example',
    phone: '+8613800138003',
    staffRole: 'reviewer',
  },
  {
    id: 'regulator',
    name: 'Gu Ning',
    email: 'regulator@demo.example',
    phone: '+8613800138004',
    staffRole: 'regulator',
  },
  {
    id: 'operator',
    name: 'Oda Berg',
    email: 'operator@demo.example',
    phone: '+8613800138005',
    staffRole: 'operator',
  },
]
