export { openProjectFolder } from './open-project-folder'
export type { OpenFolderOptions, ProjectFolder } from './open-project-folder'
export { watchProjectFolder } from './watch-project-folder'
export type { FolderChanges, FolderWatcher } from './watch-project-folder'
