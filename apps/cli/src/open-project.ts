import { openProjectFolder } from '@sampan/project-folder'
import type { OpenFolderOptions, ProjectFolder } from '@sampan/project-folder'
import type { Translate } from './messages'
import { UsageError } from './usage-error'

/** The folder that the user named, or a `UsageError` if it cannot be read. */
export function openProject(
  folder: string,
  translate: Translate,
  options?: OpenFolderOptions,
): ProjectFolder {
  try {
    return openProjectFolder(folder, options)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') {
      throw new UsageError(translate('noProject', { folder }))
    }
    throw error
  }
}
