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
    // Tests, and starters that bundle or load the sources: they are not shipped.
    const isTest = ['test', 'bench', 'bin'].some((folder) =>
      path.startsWith(`${workspace.folder}/${folder}/`),
    )
    edges.set(path, [])
    for (const { fileName: specifier, pos } of ts.preProcessFile(text, true, false).importedFiles) {
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
    return SOURCE.test(entry.name) && !entry.name.startsWith('.') ? [join(folder, entry.name)] : []
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

/**
 * Tarjan's algorithm: files that reach each other form a knot. One problem per knot, with one ring of it as the
 * example. Imports of types count too: the files cannot be understood apart.
 */
function reportRings() {
  const order = new Map()
  const lowest = new Map()
  const stack = []
  const visit = (file) => {
    order.set(file, order.size)
    lowest.set(file, order.get(file))
    stack.push(file)
    for (const next of edges.get(file) ?? []) {
      if (!order.has(next)) visit(next)
      if (stack.includes(next)) lowest.set(file, Math.min(lowest.get(file), lowest.get(next)))
    }
    if (lowest.get(file) !== order.get(file)) return
    const knot = stack.splice(stack.indexOf(file))
    if (knot.length > 1 || edges.get(file)?.includes(file)) reportKnot(knot)
  }
  for (const file of [...edges.keys()].sort()) if (!order.has(file)) visit(file)
}

function reportKnot(knot) {
  const start = [...knot].sort()[0]
  const ring = findShortestRing(start, new Set(knot))
  const more = knot.length > ring.length ? ` (${knot.length} files are tied up in it)` : ''
  problems.push(`${start}: import ring: ${[...ring, start].join(' → ')}${more}`)
}

function findShortestRing(start, knot) {
  const queue = [[start]]
  const seen = new Set()
  for (const path of queue) {
    for (const next of edges.get(path.at(-1)).filter((file) => knot.has(file))) {
      if (next === start) return path
      if (!seen.has(next)) queue.push([...path, next])
      seen.add(next)
    }
  }
  return [start]
}
