/** Every path that ARCHITECTURE.md, CONTRIBUTING.md, README.md and docs/ name must exist, and so must link targets. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './step.mjs'

const FOLDERS = ['apps', 'packages', 'scripts', 'docs', 'templates', 'benchmarks', 'e2e', '.ci']
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...listDocs('docs')].filter((file) =>
  existsSync(join(ROOT, file)),
)
const problems = []

for (const file of documents) {
  const lines = readFileSync(join(ROOT, file), 'utf8').split('\n')
  lines.forEach((line, index) => {
    for (const path of [...namedPaths(line), ...linkedPaths(line, file)]) {
      if (!existsSync(join(ROOT, path))) problems.push(`${file}:${index + 1}: ${path} does not exist`)
    }
  })
}

if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}

function listDocs(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return listDocs(path)
    return path.endsWith('.md') ? [path] : []
  })
}

/** `packages/view/src/base.css` in backticks. A path with `<name>`, `*` or `…` in it is a pattern: its start counts. */
function namedPaths(line) {
  const spans = [...line.matchAll(/`([^`\s]+)`/g)].map((match) => match[1])
  return spans
    .filter((span) => FOLDERS.some((folder) => span.startsWith(`${folder}/`)))
    .map((span) => span.replace(/:\d+$/, '').replace(/\/?[^/]*[<*…{].*$/, ''))
}

/** Targets of `[text](target)` that are in the repository. */
function linkedPaths(line, file) {
  return [...line.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map((match) => match[1])
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(file), target))
}
