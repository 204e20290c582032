/** What went wrong, and a way on. What it is called stands in the texts that come with the screen. */
export interface Problem {
  kind: 'failed.load' | 'failed.flood' | 'failed.died' | 'page not found'
  /** For developers: shown small, as it is. */
  detail: string
  actions: readonly { label: string; run(): void }[]
}
