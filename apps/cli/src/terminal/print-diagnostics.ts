import type { Diagnostic, Severity } from '@sampan/protocol'
import { createCodeFrame, formatCodeFrame } from './code-frame'
import { printable } from './printable'
import type { Terminal } from './terminal'

const ORDER: Severity[] = ['error', 'warning', 'info']
/** So that one broken file does not push everything else off the screen. */
const MOST_PRINTED = 50

/** Errors first. `readText` gives sources for code frames. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  readText: (path: string) => string | undefined,
  terminal: Terminal,
): void {
  if (diagnostics.length === 0) return
  const sorted = [...diagnostics].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
  for (const diagnostic of sorted.slice(0, MOST_PRINTED))
    terminal.note(formatDiagnostic(diagnostic, readText, terminal))
  const more = sorted.length - MOST_PRINTED
  if (more > 0) terminal.note(terminal.translate('moreDiagnostics', { count: more }))
  terminal.note(formatCounts(diagnostics, terminal))
}

function formatDiagnostic(
  { severity, code, message, file, line, column, help }: Diagnostic,
  readText: (path: string) => string | undefined,
  { colours, translate }: Terminal,
): string {
  const paint = { error: colours.red, warning: colours.yellow, info: colours.cyan }[severity]
  const place = [file, line, line && column].filter((part) => part !== undefined).join(':')
  const head = `${place && `${colours.bold(printable(place))} `}${paint(translate(severity))} ${printable(message)} ${colours.dim(`[${code}]`)}`
  const source = file && line ? readText(file) : undefined
  const frame = source && line ? createCodeFrame(source, line, column) : undefined
  return [
    head,
    ...(frame ? [formatCodeFrame(frame, colours.dim, paint)] : []),
    ...(help ? [`  ${colours.dim(`${translate('help')}:`)} ${printable(help)}`] : []),
    '',
  ].join('\n')
}

function formatCounts(diagnostics: readonly Diagnostic[], { translate, colours }: Terminal): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  const errorText = errors === 1 ? translate('errorCountOne') : translate('errorCount', { count: errors })
  const warningText =
    warnings === 1 ? translate('warningCountOne') : translate('warningCount', { count: warnings })
  return `${errors > 0 ? colours.red(errorText) : errorText}, ${warningText}`
}
