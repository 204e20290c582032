/** What of a program's credentials may be seen. */
export interface Credentials {
  appSecret: { madeAt: string; isFrozen: boolean } | null
  uploadKey: { madeAt: string } | null
  allowList: { isOn: boolean; addresses: string[] }
}

/** Shown once. */
export interface NewAppSecret {
  appSecret: string
}

/** Shown once: PKCS #8 as PEM, to be kept as `private.<appId>.key`. */
export interface NewUploadKey {
  privateKey: string
}
