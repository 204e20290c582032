export { compileStyle, createStyleCompiler, type StyleCompiler } from './compile-style'
export type { StyleOptions, StyleOutput } from './style-options'
