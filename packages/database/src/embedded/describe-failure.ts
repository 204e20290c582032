import { DatabaseError } from '../database-error'

/** What initdb or the server printed before it gave up, as an error that says what to do. */
export function describeFailure(output: string, folder: string): DatabaseError {
  const last = output.trim().split('\n').slice(-12).join('\n')
  const because = (code: ConstructorParameters<typeof DatabaseError>[0], text: string): DatabaseError =>
    new DatabaseError(code, `${text}\n${last}`)
  if (/No space left on device|Disk quota exceeded|Check free disk space/.test(output)) {
    return because('disk-full', `The disk of ${folder} is full: make room and start again.`)
  }
  if (/lock file .* already exists|pre-existing shared memory block|Address already in use/.test(output)) {
    return describeInUse(folder)
  }
  if (/database files are incompatible|initialized by PostgreSQL version/.test(output)) {
    return because('folder-of-other-version', `${folder} belongs to another version of PostgreSQL.`)
  }
  if (/Permission denied|Read-only file system|has invalid permissions|has wrong ownership/.test(output)) {
    return because(
      'folder-not-writable',
      `PostgreSQL cannot use ${folder}: give it to the user who runs Sampan (chown -R), or choose another folder.`,
    )
  }
  return because('start-failed', `PostgreSQL does not start in ${folder}:`)
}

export function describeInUse(folder: string): DatabaseError {
  return new DatabaseError(
    'folder-in-use',
    `Another Sampan is running on ${folder}. Stop it, choose another folder, or give several servers one ` +
      'PostgreSQL by DATABASE_URL.',
  )
}

/** Errors of the file system while the folder is prepared. */
export function describeFolderProblem(error: unknown, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new DatabaseError('disk-full', `The disk of ${folder} is full: make room and start again.`, {
      cause: error,
    })
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return new DatabaseError(
      'folder-not-writable',
      `${folder} cannot be written (${code}): give it to the user who runs Sampan, or choose another folder.`,
      { cause: error },
    )
  }
  return error
}
