import { latePart, type LateParts } from '../late-parts'
import { fileError } from './file-errors'

/** Archives and digests. Programs that reach the file system get it too. */
export function requireBytesPart(): LateParts['bytes'] {
  const part = latePart('bytes')
  if (!part) throw fileError(1300201)
  return part
}
