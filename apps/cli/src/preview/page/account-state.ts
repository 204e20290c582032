/** Answer of `GET /account` and `POST /account/sign-in`. */
export type AccountState = { server: string } & (
  | { state: 'signed-in'; name: string }
  | { state: 'signed-out' | 'unreachable' }
  /** `url` is what the QR code says. */
  | { state: 'waiting'; url: string; code: string }
)
