/** `npm run check`: everything that can be said without running the code. */
import { pathToFileURL } from 'node:url'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { reportStep, ROOT, runNode, TOOLS } from './step.mjs'

/** Every `tsconfig.json` and `tsconfig.<part>.json` of apps and packages. */
function listTypeScriptProjects() {
  return ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(ROOT, group)).flatMap((name) =>
      readdirSync(join(ROOT, group, name))
        .filter((file) => /^tsconfig(\.\w+)?\.json$/.test(file))
        .map((file) => `${group}/${name}/${file}`),
    ),
  )
}

function compile(project) {
  const buildInfo = `.cache/tsc/${project.replaceAll('/', '-')}`
  return runNode(TOOLS.tsc, [
    ...['--noEmit', '-p', project, '--pretty', 'false'],
    ...['--incremental', '--tsBuildInfoFile', buildInfo],
  ])
}

async function checkTypes() {
  const queue = listTypeScriptProjects()
  const failures = []
  async function work() {
    for (let project = queue.shift(); project; project = queue.shift()) {
      const { code, output } = await compile(project)
      if (code !== 0 && output.includes('TS18003')) continue // no source files yet
      if (code !== 0) failures.push(output.trim())
    }
  }
  await Promise.all([work(), work()])
  return { code: failures.length > 0 ? 1 : 0, output: failures.join('\n') }
}

/** Sources that tests import are compiled once more here, for another environment: their own check counts. */
async function checkTestTypes() {
  const { output } = await compile('tsconfig.tests.json')
  const problems = output.split('\n').filter((line) => /^([^(]*\/test\/|e2e\/|benchmarks\/|error)/.test(line))
  return { code: problems.length > 0 ? 1 : 0, output: problems.join('\n') }
}

const CHECKS = [
  ['types', checkTypes],
  ['types of tests', checkTestTypes],
  [
    'lint',
    () => runNode(TOOLS.eslint, ['--cache', '--cache-location', '.cache/eslint/', '--max-warnings=0', '.']),
  ],
  ['imports', () => runNode('scripts/check-imports.mjs')],
  ['documents', () => runNode('scripts/check-documents.mjs')],
  [
    'formatting',
    () =>
      runNode(TOOLS.prettier, [
        '--check',
        '--cache',
        '--cache-location',
        '.cache/prettier',
        '--log-level=warn',
        '.',
      ]),
  ],
]

/** Runs all checks and prints a line for each. Resolves to the number of those that failed. */
export async function runChecks() {
  let failed = 0
  for (const [name, check] of CHECKS) {
    const startedAt = performance.now()
    const { code, output } = await check()
    reportStep(code === 0, name, performance.now() - startedAt)
    if (code === 0) continue
    failed++
    console.log(output.trimEnd().replace(/^/gm, '    '))
  }
  return failed
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureInstalled()
  process.exitCode = (await runChecks()) > 0 ? 1 : 0
}
