export { compileScript } from './compile-script'
export { resolveModule } from './resolve-module'
export type { ResolveOptions, ScriptOptions, ScriptOutput } from './script-options'
