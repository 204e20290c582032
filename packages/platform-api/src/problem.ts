/** Body of every answer whose status is 400 or more. */
export interface ApiProblem {
  code: 'not-found' | 'invalid-request' | 'forbidden' | 'internal'
  /** For developers, in English. Screens have their own texts by `code`. */
  message: string
}
