/** How much of something has been used. */
export interface Quota {
  used: number
  limit: number
  /** When the next one is free again, ISO 8601; null if none comes back by itself. */
  renewsAt: string | null
}
