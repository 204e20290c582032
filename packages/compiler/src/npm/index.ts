export { buildNpm, createNpmBuilder, type NpmBuilder, type NpmOptions, type NpmOutput } from './build-npm'
export { overlayFiles } from './overlay-files'
