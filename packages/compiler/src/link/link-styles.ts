import { APP_STYLE } from '@sampan/protocol'
import type { BuildContext } from '../build-context'
import { type StyleOutput, compileStyle } from '../style'

interface CachedStyle {
  scope: string
  /** Content of every file that went into it. */
  dependencies: { path: string; content: string | undefined }[]
  output: Promise<StyleOutput>
}

export type StyleCache = Map<string, CachedStyle>

/** CSS by key of `styles.json`: `app`, or a component's path. */
export async function linkStyles(
  context: BuildContext,
  scopes: Map<string, string>,
  cache: StyleCache,
): Promise<Map<string, string>> {
  const { files, project, components } = context
  const sheets = new Map<string, string>()
  const compile = async (key: string, path: string, scope: string) => {
    const file = findStyle(path, context)
    if (file === undefined) return
    const output = await compileCached(file, scope)
    context.addDiagnostics(output.diagnostics)
    sheets.set(key, output.css)
  }
  await Promise.all([
    compile(APP_STYLE, 'app', ''),
    ...[...components.keys()].map((path) => compile(path, path, scopes.get(path) ?? '')),
  ])
  return sheets

  async function compileCached(file: string, scope: string): Promise<StyleOutput> {
    const known = cache.get(file)
    const isSame = known?.dependencies.every(({ path, content }) => files.readText(path) === content)
    if (known && isSame && known.scope === scope) return known.output
    const { minify } = context
    const output = compileStyle(file, files, {
      scope,
      root: project.root,
      minify,
      plugins: project.compilerPlugins,
    })
    const entry: CachedStyle = { scope, dependencies: [], output }
    cache.set(file, entry)
    const paths = (await output).dependencies
    entry.dependencies = paths.map((path) => ({ path, content: files.readText(path) }))
    return output
  }
}

export function findStyle(path: string, { files, project }: BuildContext): string | undefined {
  const { compilerPlugins: plugins, root } = project
  const compiled = [
    ...(plugins.has('less') ? ['.less'] : []),
    ...(plugins.has('sass') ? ['.scss', '.sass'] : []),
  ]
  const order = [...compiled, '.wxss', '.less', '.scss', '.sass', '.css']
  return order.map((extension) => root + path + extension).find((file) => files.has(file))
}
