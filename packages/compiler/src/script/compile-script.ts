import { transform, type Loader, type Message } from 'esbuild'
import { findLineStarts, placeAt } from '../diagnostics/diagnose'
import type { SourceFiles } from '../source-files'
import type { ScriptOptions, ScriptOutput } from './index'
import { scanRequires } from './scan-requires'

export async function compileScript(
  path: string,
  files: SourceFiles,
  options: ScriptOptions,
): Promise<ScriptOutput> {
  const source = files.readText(path) ?? ''
  try {
    const result = await transform(source, {
      format: 'cjs',
      target: 'es2022',
      loader: loaderOf(path),
      sourcefile: path,
      charset: 'utf8',
      sourcemap: options.sourceMap ? 'external' : false,
      sourcesContent: true,
      minifyWhitespace: options.minify,
      minifySyntax: options.minify,
      supported: { 'dynamic-import': false },
      logLevel: 'silent',
    })
    return { code: result.code, map: result.map || undefined, requires: requiresOf(source), diagnostics: [] }
  } catch (error) {
    const messages = (error as { errors?: Message[] }).errors
    if (!messages) throw error
    return {
      code: '',
      requires: [],
      diagnostics: messages.map((message) => ({
        code: 'script-syntax',
        severity: 'error',
        message: message.text,
        file: path,
        line: message.location?.line,
        column: message.location ? message.location.column + 1 : undefined,
      })),
    }
  }
}

function loaderOf(path: string): Loader {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return extension === 'ts' || extension === 'tsx' || extension === 'jsx' || extension === 'json'
    ? extension
    : 'js'
}

function requiresOf(source: string): ScriptOutput['requires'] {
  const lineStarts = findLineStarts(source)
  return scanRequires(source).map(({ specifier, offset, async }) => {
    const place = placeAt('', lineStarts, offset)
    return { specifier, line: place.line!, column: place.column!, async }
  })
}
