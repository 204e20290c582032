export {
  createCompiler,
  type BuildResult,
  type BuildStats,
  type Compiler,
  type CompilerOptions,
} from './compile'
export * from './diagnostics'
export type { ExtendedLibraries } from './link/link-npm'
export type { SourceFiles } from './source-files'
export { COMPILER_VERSION } from './compiler-version'
