/** A line of somebody's inbox. Screens have texts by `kind`, filled with `params`. */
export interface Notice {
  id: string
  kind: string
  params: Record<string, string>
  /** Path in the console. */
  link: string
  createdAt: string
  readAt: string | null
}
