export { DIAGNOSTIC_CATALOGUE, type DiagnosticCode } from './catalogue'
export { translateDiagnostic } from './diagnose'
