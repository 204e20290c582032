/** The import rules of ARCHITECTURE.md: walls between packages, environments, declared dependencies, no rings. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, posix, relative, sep } from 'node:path'
import ts from 'typescript'
import { APP_RULES, PACKAGE_RULES, TEST_ONLY } from './import-rules.mjs'
import { ROOT } from './step.mjs'

const SOURCE = /\.(ts|tsx|mts|js|mjs)$/
const NOT_SOURCE = new Set(['node_modules', 'dist', 'fixtures', 'projects'])
const BUILT_INS = new Set(builtinModules)
const problems = []

const workspaces = ['packages', 'apps'].flatMap((group) =>
  readdirSync(join(ROOT, group))
    .filter((name) => existsSync(join(ROOT, group, name, 'package.json')))
    .map((name) => describeWorkspace(group, name)),
)
const workspaceByPackage = new Map(workspaces.map((workspace) => [workspace.manifest.name, workspace]))
const rootManifest = readManifest('.')
/** file → files of the same workspace that it imports */
const edges = new Map()

for (const workspace of workspaces) checkWorkspace(workspace)
reportRings()

if (problems.length > 0) {
  console.error(problems.join('\n'))
  console.error(`\n${problems.length} problem(s). The rules: ARCHITECTURE.md, scripts/import-rules.mjs.`)
  process.exit(1)
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'))
}

function describeWorkspace(group, name) {
  const folder = `${group}/${name}`
  const rule = group === 'apps' ? APP_RULES[name] : PACKAGE_RULES[name]
  if (!rule) problems.push(`${folder}: has no entry in scripts/import-rules.mjs`)
  return { folder, group, name, rule: rule ?? { environment: 'node' }, manifest: readManifest(folder) }
}

function checkWorkspace(workspace) {
  for (const file of listSources(join(ROOT, workspace.folder))) {
    const path = relative(ROOT, file).split(sep).join('/')
    const text = readFileSync(file, 'utf8')
    const isTest =
      path.startsWith(`${workspace.folder}/test/`) || path.startsWith(`${workspace.folder}/bench/`)
    edges.set(path, [])
    for (const { fileName: specifier, pos } of ts.preProcessFile(text, true, true).importedFiles) {
      const complain = (message) => problems.push(`${path}:${lineAt(text, pos)}: '${specifier}' ${message}`)
      if (specifier.startsWith('.')) checkRelative(workspace, path, specifier, isTest, complain)
      else if (specifier.startsWith('@sampan/')) checkOurs(workspace, specifier, isTest, complain)
      else if (isBuiltIn(specifier)) checkBuiltIn(workspace, specifier, isTest, complain)
      else checkLibrary(workspace, specifier, isTest, complain)
    }
  }
}

function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return NOT_SOURCE.has(entry.name) ? [] : listSources(join(folder, entry.name))
    return SOURCE.test(entry.name) ? [join(folder, entry.name)] : []
  })
}

function lineAt(text, position) {
  return text.slice(0, position).split('\n').length
}

function checkRelative(workspace, path, specifier, isTest, complain) {
  const target = posix.join(dirname(path), specifier)
  if (!target.startsWith(`${workspace.folder}/`)) return complain('leaves the package')
  if (!isTest && target.startsWith(`${workspace.folder}/test/`)) complain('is a test')
  const file = resolveSource(target)
  if (file) edges.get(path).push(file)
}

function resolveSource(target) {
  const candidates = [
    target,
    `${target}.ts`,
    `${target}.tsx`,
    `${target}/index.ts`,
    target.replace(/\.js$/, '.ts'),
  ]
  return candidates.find((candidate) => SOURCE.test(candidate) && existsSync(join(ROOT, candidate)))
}

function checkOurs(workspace, specifier, isTest, complain) {
  const [scope, name, ...rest] = specifier.split('/')
  const packageName = `${scope}/${name}`
  const target = workspaceByPackage.get(packageName)
  if (!target) return complain('is no workspace')
  if (target === workspace && isTest) return
  const { mayImport = 'any package' } = workspace.rule
  if (target.group === 'apps') complain('is an app: apps are imported by nobody')
  else if (!isTest && TEST_ONLY.includes(name)) complain('is for tests only')
  else if (!isTest && mayImport !== 'any package' && !mayImport.includes(name)) {
    complain(`is out of bounds: ${workspace.name} imports ${mayImport.join(', ') || 'no package of ours'}`)
  }
  const door = rest.length > 0 ? `./${rest.join('/')}` : '.'
  if (!(door in (target.manifest.exports ?? {}))) complain(`is not in "exports" of ${target.folder}`)
  if (!isTest) checkDeclared(workspace, packageName, isTest, complain)
}

function isBuiltIn(specifier) {
  return specifier.startsWith('node:') || BUILT_INS.has(specifier)
}

function checkBuiltIn(workspace, specifier, isTest, complain) {
  if (!specifier.startsWith('node:')) complain('is written node:… here')
  if (isTest) return
  const { environment, mayNotImport } = workspace.rule
  if (environment !== 'node') complain(`is not for ${environment} code`)
  if (mayNotImport?.test(specifier)) complain(`is kept out of ${workspace.name}`)
}

function checkLibrary(workspace, specifier, isTest, complain) {
  const parts = specifier.split('/')
  checkDeclared(
    workspace,
    specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0],
    isTest,
    complain,
  )
}

function checkDeclared(workspace, packageName, isTest, complain) {
  const { manifest } = workspace
  const declared = {
    ...manifest.dependencies,
    ...manifest.peerDependencies,
    ...manifest.optionalDependencies,
  }
  if (packageName in declared) return
  // Types alone may come from a development dependency; so may all that tests use.
  const { devDependencies = {} } = manifest
  if (packageName in devDependencies) return
  if (isTest && packageName in rootManifest.devDependencies) return
  if (packageName in { vitest: 1 } && !isTest && workspace.name === 'testing') return
  complain(`is not in "dependencies" of ${workspace.folder}/package.json`)
}

/** Depth first; each ring is told once, from its first file in alphabetical order. */
function reportRings() {
  const state = new Map()
  const trail = []
  const seen = new Set()
  const visit = (file) => {
    state.set(file, 'open')
    trail.push(file)
    for (const next of edges.get(file) ?? []) {
      if (state.get(next) === 'open') {
        const ring = trail.slice(trail.indexOf(next))
        const key = [...ring].sort().join()
        if (!seen.has(key)) problems.push(`${file}: import ring: ${[...ring, next].join(' → ')}`)
        seen.add(key)
      } else if (!state.has(next)) visit(next)
    }
    trail.pop()
    state.set(file, 'done')
  }
  for (const file of [...edges.keys()].sort()) if (!state.has(file)) visit(file)
}
