import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { unzipSync } from 'fflate'
import { addLatePart } from '../api/late-parts'

const ALGORITHMS = new Map<unknown, (bytes: Uint8Array) => Uint8Array>([
  ['md5', md5],
  ['sha1', sha1],
  ['sha256', sha256],
])

addLatePart('bytes', {
  unpack: (archive, admit) =>
    unzipSync(archive, {
      filter({ originalSize }) {
        admit(originalSize)
        return true
      },
    }),
  digest(bytes, algorithm) {
    const digest = ALGORITHMS.get(algorithm)
    return digest && bytesToHex(digest(bytes))
  },
})
