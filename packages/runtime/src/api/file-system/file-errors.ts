import { ApiError } from '../api-context'

/** Documented failures of the file system, by their `errno` (which `FileError` calls `errCode`). */
const FILE_ERROR_TEXTS = {
  1300001: 'operation not permitted',
  1300002: 'no such file or directory',
  1300009: 'bad file descriptor',
  1300013: 'permission denied',
  1300014: 'Path permission denied',
  1300020: 'not a directory',
  1300022: 'Invalid argument',
  1300036: 'File name too long',
  1300066: 'directory not empty',
  1300201: 'system error',
  1300202: 'the maximum size of the file storage limit is exceeded',
  1300203: 'base64 encode error',
  1301003: 'illegal operation on a directory',
  1301004: 'illegal operation on a package directory',
  1301005: 'file already exists',
  1301006: 'value of length is out of range',
  1301007: 'value of offset is out of range',
  1301009: 'value of position is out of range',
  1301102: 'unzip open file fail',
  1301103: 'unzip entry fail',
  1301111: 'brotli decompress fail',
  1301112: 'tempFilePath file not exist',
  1302001: 'fail permission denied',
  1302002: 'excced max concurrent fd limit',
  1302003: 'invalid flag',
  1302005: 'array buffer does not exist',
} as const

export type FileErrno = keyof typeof FILE_ERROR_TEXTS

/** `detail` is the path or name that the text ends with. */
export function fileError(errno: FileErrno, detail = ''): ApiError {
  const message = FILE_ERROR_TEXTS[errno] + (detail ? ` ${detail}` : '')
  return new ApiError({ message, errno, extra: { errCode: errno } })
}

/**
 * Thrown when bytes are needed that the worker has not got. Asynchronous methods load them and try again;
 * synchronous ones report it.
 */
export class NotLoadedError extends ApiError {
  /** Key of the file, or undefined when the index itself is missing. */
  readonly key: string | undefined
  constructor(key: string | undefined, path: string) {
    super({
      message: `system error, ${path} is not loaded yet: use the asynchronous method`,
      errno: 1300201,
      extra: { errCode: 1300201 },
    })
    this.key = key
  }
}
