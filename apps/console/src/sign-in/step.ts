/** What is shown instead of the console. */
export type Step =
  | { name: 'password' }
  | { name: 'new-account' }
  | { name: 'confirm-email'; email: string; password: string }
  | { name: 'new-password'; email: string }
  | { name: 'second-factor' }
