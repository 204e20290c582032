import { APP_STYLE } from '@sampan/protocol'
import { type BuildContext, guardFile } from '../build-context'
import { findExtendedStyles } from '../project/extended-libraries'
import { type StyleOutput, createStyleCompiler } from '../style'

interface CachedStyle {
  scope: string
  plugins: string
  /** Content of every file that went into it; undefined for files that would have, had they been there. */
  inputs: { path: string; content: string | undefined }[]
  output: StyleOutput
}

export interface StyleLinker {
  /** CSS by key of `styles.json`: `app`, or a component's path. */
  link(context: BuildContext, scopes: Map<string, string>): Promise<Map<string, string>>
}

/** Compiles the sheets of the app and of every component; a sheet is kept until one of its files changes. */
export function createStyleLinker(): StyleLinker {
  const compiler = createStyleCompiler()
  const cache = new Map<string, CachedStyle>()

  async function compileCached(file: string, scope: string, context: BuildContext): Promise<StyleOutput> {
    const { files, project, minify } = context
    const plugins = [...project.compilerPlugins].join()
    const known = cache.get(file)
    if (known?.scope === scope && known.plugins === plugins && isCurrent(known, context)) return known.output
    const options = { scope, root: project.root, minify, plugins: project.compilerPlugins }
    const output = await compiler.compile(file, files, options)
    const paths = [...output.dependencies, ...output.missing]
    const inputs = paths.map((path) => ({ path, content: files.readText(path) }))
    cache.set(file, { scope, plugins, inputs, output })
    return output
  }

  return {
    async link(context, scopes) {
      const sheets = new Map<string, string>()
      const compileFile = async (file: string, scope: string) => {
        const output = await guardFile(file, context, undefined, () => compileCached(file, scope, context))
        if (output) context.addDiagnostics(output.diagnostics)
        return output?.css
      }
      const compile = async (key: string, path: string, scope: string) => {
        const file = findStyle(path, context)
        const css = file === undefined ? undefined : await compileFile(file, scope)
        if (css !== undefined) sheets.set(key, css)
      }
      const compileApp = async () => {
        const app = findStyle('app', context)
        const files = [...findExtendedStyles(context.project.root, context.files), ...(app ? [app] : [])]
        const parts = await Promise.all(files.map((file) => compileFile(file, '')))
        const css = parts.filter((part) => part !== undefined)
        if (css.length > 0) sheets.set(APP_STYLE, css.join('\n'))
      }
      const components = [...context.components.keys()]
      await Promise.all([
        compileApp(),
        ...components.map((path) => compile(path, path, scopes.get(path) ?? '')),
      ])
      return sheets
    },
  }
}

function isCurrent({ inputs }: CachedStyle, { files }: BuildContext): boolean {
  return inputs.every(({ path, content }) => files.readText(path) === content)
}

function findStyle(path: string, { files, project }: BuildContext): string | undefined {
  const { compilerPlugins: plugins, root } = project
  const compiled = [
    ...(plugins.has('less') ? ['.less'] : []),
    ...(plugins.has('sass') ? ['.scss', '.sass'] : []),
  ]
  const order = [...compiled, '.wxss', '.less', '.scss', '.sass', '.css']
  return order.map((extension) => root + path + extension).find((file) => files.has(file))
}
