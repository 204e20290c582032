export { buildNpm, createNpmBuilder, type NpmBuilder, type NpmOptions, type NpmOutput } from './build-npm'
export { createMainModules } from './main-modules'
export { overlayFiles } from './overlay-files'
