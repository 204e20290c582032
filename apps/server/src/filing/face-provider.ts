/** Whoever compares a face with a document. */
export interface FaceProvider {
  /** False if nobody looks: whoever opens the check says how it went. */
  readonly isReal: boolean
  /** Where the person opens the check on their phone. */
  openAt(code: string): string
}

/** For a platform without a provider: a page of the console that says that it is a simulation, and asks. */
export function createSimulatedFaceProvider(baseUrl: () => string): FaceProvider {
  return { isReal: false, openAt: (code) => `${baseUrl()}/console/#/filing-face/${code}` }
}
