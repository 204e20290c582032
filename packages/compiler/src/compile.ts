import type { BundleManifest, Diagnostic } from '@sampan/protocol'
import { type BuildContext, createContentCache } from './build-context'
import { collectDiagnostics } from './diagnostics/collect-diagnostics'
import { createFileSnapshot } from './file-snapshot'
import { createBundleGenerator } from './generate/bundle'
import type { BundleFiles } from './generate/write-package'
import { checkEndlessComponents } from './link/check-endless-components'
import { checkTemplates } from './link/check-templates'
import { type ExtendedLibraries, createNpmLinker } from './link/link-npm'
import { type ScriptCache, linkScripts } from './link/link-scripts'
import { createPluginLinker } from './link/link-plugins'
import { createStyleLinker } from './link/link-styles'
import { type TemplateCache, linkTemplates } from './link/link-templates'
import { type WxsCache, linkWxs } from './link/link-wxs'
import { assignStyleScopes } from './link/style-scope'
import { readAppProject } from './project/app-config'
import { collectComponents } from './project/component-graph'
import { readProjectConfig } from './project/project-config'
import type { SourceFiles } from './source-files'

export interface CompilerOptions {
  files: SourceFiles
  minify?: boolean
  sourceMap?: boolean
  /** What `useExtendedLib` may ask for: npm package (`weui-miniprogram`) → its files, as in `miniprogram_npm`. */
  extendedLibraries?: ExtendedLibraries
}

export interface BuildStats {
  durationMs: number
  pages: number
  components: number
  templates: number
  wxs: number
  modules: number
  styles: number
}

export interface BuildResult {
  /** Absent if there is no program to build: no app.json. */
  manifest?: BundleManifest
  /** The bundle folder: path → content. */
  files: BundleFiles
  diagnostics: Diagnostic[]
  stats: BuildStats
}

export interface Compiler {
  build(): Promise<BuildResult>
  /** Builds again after these files were written, added or removed. What does not depend on them is reused. */
  update(changedPaths: readonly string[]): Promise<BuildResult>
}

export function createCompiler({
  files,
  minify = false,
  sourceMap = false,
  extendedLibraries = {},
}: CompilerOptions): Compiler {
  const snapshot = createFileSnapshot(files)
  const templateCache: TemplateCache = createContentCache()
  const wxsCache: WxsCache = createContentCache()
  const scriptCache: ScriptCache = createContentCache()
  const styles = createStyleLinker()
  const npmLinker = createNpmLinker(extendedLibraries)
  const pluginLinker = createPluginLinker()
  const bundler = createBundleGenerator()
  let last: Promise<unknown> = Promise.resolve()

  /** One build at a time: they share the snapshot. */
  function enqueue(prepare: () => void): Promise<BuildResult> {
    const result = last.then(() => {
      prepare()
      return runBuild()
    })
    last = result.catch(() => undefined)
    return result
  }

  async function runBuild(): Promise<BuildResult> {
    const startedAt = performance.now()
    const { diagnostics, report, add: addDiagnostics } = collectDiagnostics()
    const project = readProjectConfig(snapshot, report)
    const npm = await npmLinker.link(snapshot, project)
    addDiagnostics(npm.diagnostics)
    const files = pluginLinker.link(npm.files, project)
    const app = readAppProject(project.root, files, report)
    if (!app) {
      addDiagnostics(snapshot.diagnostics())
      return { files: new Map(), diagnostics: tidy(diagnostics), stats: makeStats(startedAt) }
    }
    const components = collectComponents(app, project.root, files, report)
    const context: BuildContext = {
      files,
      originOf: pluginLinker.originOf,
      project,
      app,
      components,
      minify,
      sourceMap,
      report,
      addDiagnostics,
    }

    const scopes = assignStyleScopes(components.values())
    const scriptsUnderWay = linkScripts(context, scriptCache)
    const stylesUnderWay = styles.link(context, scopes)
    const templates = linkTemplates(context, templateCache)
    checkTemplates(context, templates)
    checkEndlessComponents(context, templates)
    const wxs = linkWxs(context, templates, wxsCache)
    const program = { templates, wxs, ...(await scriptsUnderWay), styles: await stylesUnderWay }

    const bundle = bundler.generate(context, program, scopes)
    addDiagnostics(snapshot.diagnostics())
    return {
      ...bundle,
      diagnostics: tidy(diagnostics),
      stats: makeStats(startedAt, {
        pages: bundle.manifest.pageOrder.length,
        components: components.size,
        templates: templates.size,
        wxs: wxs.size,
        modules: program.modules.size,
        styles: program.styles.size,
      }),
    }
  }

  /** In order, with the places of a plugin's files where the user has them. */
  function tidy(diagnostics: Diagnostic[]): Diagnostic[] {
    const placed = diagnostics.map((diagnostic) =>
      diagnostic.file === undefined
        ? diagnostic
        : { ...diagnostic, file: pluginLinker.originOf(diagnostic.file) },
    )
    return sortDiagnostics(placed)
  }

  return {
    build: () => enqueue(() => snapshot.refreshAll()),
    update: (changedPaths) => enqueue(() => snapshot.refresh(changedPaths)),
  }
}

function makeStats(startedAt: number, counts: Partial<BuildStats> = {}): BuildStats {
  const none = { pages: 0, components: 0, templates: 0, wxs: 0, modules: 0, styles: 0 }
  return { durationMs: performance.now() - startedAt, ...none, ...counts }
}

/** By file and place; the same finding in the same place counts once. */
function sortDiagnostics(diagnostics: Diagnostic[]): Diagnostic[] {
  const unique = new Map(
    diagnostics.map((diagnostic) => {
      const { code, file = '', line = 0, column = 0, message } = diagnostic
      return [JSON.stringify([file, line, column, code, message]), diagnostic]
    }),
  )
  return [...unique.values()].sort(
    (a, b) =>
      compareTexts(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareTexts(a.code, b.code),
  )
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
