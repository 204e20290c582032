import { type Loader, type Message, type TransformOptions, transform } from 'esbuild'
import { type MappedCode, replaceHelpers } from './module-helpers'
import type { ScriptFault } from './script-fault'

export interface TransformedModule {
  code: string
  map?: string
}

export interface ModuleTransformOptions {
  path: string
  /** No ES module and no TypeScript: nothing to convert. */
  isScript: boolean
  loader: Loader
  minify: boolean
  sourceMap: boolean
  compilerOptions: Record<string, unknown>
}

/** ES modules and TypeScript to CommonJS. Syntax errors come back as faults. */
export async function transformModule(
  source: string,
  options: ModuleTransformOptions,
): Promise<TransformedModule | { faults: ScriptFault[] }> {
  const common: TransformOptions = {
    format: 'cjs',
    target: 'es2022',
    platform: 'neutral',
    charset: 'utf8',
    sourcefile: options.path,
    sourcemap: options.sourceMap ? 'external' : false,
    sourcesContent: true,
    logLevel: 'silent',
  }
  try {
    const module = options.isScript ? { code: source } : await convert()
    if (!options.minify) return module
    const minified = await transform(withInlineMap(module), { ...common, loader: 'js', minify: true })
    return { code: minified.code, map: minified.map || undefined }
  } catch (error) {
    const messages = (error as { errors?: Message[] }).errors
    if (!messages) throw error
    return { faults: messages.map(toFault) }
  }

  async function convert(): Promise<TransformedModule> {
    const converted = await transform(source, {
      ...common,
      loader: options.loader,
      // Written out so that the helper beside it can be replaced.
      supported: { 'dynamic-import': false },
      tsconfigRaw: { compilerOptions: options.compilerOptions },
    })
    return withOurHelpers(source, converted.code, options.sourceMap ? converted.map : undefined)
  }
}

function withOurHelpers(source: string, code: string, map?: string): TransformedModule {
  // A script that brings such helpers of its own is left alone.
  if (source.includes('__toCommonJS') || source.includes('__toESM')) return { code, map }
  if (map === undefined) return replaceHelpers({ code })
  const parsed = JSON.parse(map) as { mappings: string }
  const replaced: MappedCode = replaceHelpers({ code, mappings: parsed.mappings })
  return { code: replaced.code, map: JSON.stringify({ ...parsed, mappings: replaced.mappings }) }
}

function withInlineMap({ code, map }: TransformedModule): string {
  if (map === undefined) return code
  const data = Buffer.from(map).toString('base64')
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${data}`
}

function toFault({ text, location }: Message): ScriptFault {
  return { message: text, line: location?.line, column: location ? columnInUtf16(location) : undefined }
}

/** esbuild counts columns in bytes. */
function columnInUtf16({ lineText, column }: { lineText: string; column: number }): number {
  return Buffer.from(lineText).subarray(0, column).toString().length + 1
}
