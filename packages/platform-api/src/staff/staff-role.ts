/** People who work for the platform itself. */
export type StaffRole = 'reviewer' | 'regulator' | 'operator'
