export {
  createCompiler,
  type BuildResult,
  type BuildStats,
  type Compiler,
  type CompilerOptions,
} from './compile'
export { translateDiagnostic } from './diagnostics/diagnose'
export { DIAGNOSTIC_CATALOGUE, type DiagnosticCode } from './diagnostics/catalogue'
export type { SourceFiles } from './source-files'
