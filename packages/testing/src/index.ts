export { folderFiles } from './folder-files'
