import type { Diagnostic } from '@sampan/protocol'
import * as z from 'zod'
import type { UploadLimits } from '../rules/upload-limits'

export interface CompileTask {
  archive: Uint8Array
  appId: string
  limits: UploadLimits
}

/** Why a project did not become a program. */
export type CompileFailureCode = 'errors' | 'app-id' | 'time' | 'memory' | 'bundle-size' | 'crash'

const diagnosticSchema = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.string().max(100),
  message: z.string().max(4000),
  file: z.string().max(1000).optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  help: z.string().max(4000).optional(),
})

/** The first file of what a child answers. A compiler that a project took over could write anything. */
export const compileReportSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('built'), diagnostics: z.array(diagnosticSchema) }),
  z.object({
    state: z.literal('failed'),
    code: z.enum(['errors', 'app-id', 'time', 'memory', 'crash']),
    detail: z.string().max(4000),
    diagnostics: z.array(diagnosticSchema),
  }),
])

export type CompileReport = z.infer<typeof compileReportSchema>

const MOST_DIAGNOSTICS = 200
const MOST_CHARACTERS = 2000

/** No more than anybody reads. */
export function shortenDiagnostics(diagnostics: readonly Diagnostic[]): z.infer<typeof diagnosticSchema>[] {
  const shorten = (text: string) => text.slice(0, MOST_CHARACTERS)
  return diagnostics
    .slice(0, MOST_DIAGNOSTICS)
    .map(({ severity, code, message, file, line, column, help }) => ({
      severity,
      code,
      message: shorten(message),
      ...(file !== undefined && { file: file.slice(0, 1000) }),
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      ...(help !== undefined && { help: shorten(help) }),
    }))
}
