import type { BuildContext, ContentCache } from '../build-context'
import { type WxsOutput, compileWxs } from '../wxs/compile-wxs'
import type { LinkedTemplate } from './link-templates'

export interface LinkedWxs {
  /** Path with extension, or `<wxml path>#<module>`. */
  key: string
  /** Path of the file it lies in, from the program's root. */
  path: string
  /** In the project, with the line where the module starts. */
  file: string
  firstLine: number
  output: WxsOutput
  /** Keys of the modules that it requires. */
  links: string[]
}

export type WxsCache = ContentCache<WxsOutput>

/** Compiles the WXS modules of the templates and all that those require. By key. */
export function linkWxs(
  context: BuildContext,
  templates: Map<string, LinkedTemplate>,
  cache: WxsCache,
): Map<string, LinkedWxs> {
  const { files, project } = context
  const modules = new Map<string, LinkedWxs>()

  for (const template of templates.values()) {
    for (const { module, source, place } of template.output.inlineScripts) {
      const key = `${template.path}#${module}`
      const output = cache.get(`${project.root}\n${key}`, `${place.line}:${place.column}\n${source}`, () =>
        compileWxs(source, { path: `${template.path}.wxml`, place }),
      )
      add(key, `${template.path}.wxml`, output, place.line!)
    }
    for (const { path, written, place } of template.output.scripts) {
      if (path !== undefined && files.has(project.root + path)) addFile(path)
      else context.report('wxs-missing', { path: written }, place)
    }
  }
  return modules

  function addFile(path: string): void {
    if (modules.has(path)) return
    const file = project.root + path
    const source = files.readText(file) ?? ''
    add(
      path,
      path,
      cache.get(`${project.root}\n${path}`, source, () =>
        compileWxs(source, { path, place: { file, line: 1, column: 1 } }),
      ),
    )
  }

  function add(key: string, path: string, output: WxsOutput, firstLine = 1): void {
    const module: LinkedWxs = { key, path, file: project.root + path, firstLine, output, links: [] }
    modules.set(key, module)
    context.addDiagnostics(output.diagnostics)
    for (const { path: required, written, place } of output.requires) {
      if (required !== undefined && files.has(project.root + required)) {
        module.links.push(required)
        addFile(required)
      } else context.report('wxs-missing', { path: written }, place)
    }
  }
}
