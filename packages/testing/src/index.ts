export { folderFiles } from './folder-files'
export { createMemoryView, type MemoryView } from './memory-view'
export { projectFiles } from './project-files'
export { runProgram, type TestPage, type TestProgram } from './run-program'
