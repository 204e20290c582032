export {
  createCompiler,
  type BuildResult,
  type BuildStats,
  type Compiler,
  type CompilerOptions,
} from './compile'
export * from './diagnostics'
export type { SourceFiles } from './source-files'
