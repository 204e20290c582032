import type { StaffRole } from '../staff/staff-role'

/** Who is signed in. */
export interface SessionInfo {
  userId: string
  name: string
  email: string
  isEmailVerified: boolean
  /** Shortened; null until a code came back. */
  phone: string | null
  hasSecondFactor: boolean
  staffRoles: StaffRole[]
  unreadNotices: number
}
