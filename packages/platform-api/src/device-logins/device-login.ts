/**
 * Answer of `POST /api/device-logins` (body: `{device}`, its name): how a tool without a browser is signed in, after
 * https://www.rfc-editor.org/rfc/rfc8628. It shows `url` as a QR code; somebody opens it on their phone and approves.
 */
export interface NewDeviceLogin {
  /** The tool's own secret: with it it asks for its token. */
  deviceCode: string
  /** Eight letters and digits, for whoever cannot scan. */
  userCode: string
  /** `<origin>/scan/login/<userCode>` */
  url: string
  /** How long to wait between questions; five seconds more after each refusal `slow-down`. */
  intervalSeconds: number
  expiresAt: string
}

/**
 * Answer of `POST /api/device-logins/token` (body: `{deviceCode}`), once. Before: `not-now` with the rule `waiting` or
 * `slow-down`; `forbidden` with the rule `refused`; `not-found` when it is too late.
 */
export interface DeviceToken {
  /** To be sent as `Authorization: Bearer …`. Good for what tools do (see tool-routes.ts), for 30 days after its last use. */
  token: string
}

/** Answer of `GET /api/device-logins/by-code/:code` and of `POST …/by-code/:code/decision` (body: `{approve}`). */
export interface DeviceLoginRequest {
  userCode: string
  /** As the tool calls itself: nothing proves it. */
  device: string
  /** Of the tool, as the server saw it. */
  address: string
  createdAt: string
  expiresAt: string
  state: 'waiting' | 'approved' | 'refused'
}

/** One of `GET /api/device-tokens`: a tool that is signed in as me. */
export interface SignedInTool {
  id: string
  device: string
  address: string
  createdAt: string
  lastUsedAt: string
}
