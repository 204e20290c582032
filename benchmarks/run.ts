/**
 * `npm run bench -- [--only list,tap,launch,navigation,compile,size] [--rounds N] [--compile DIR …]
 *  [--users N] [--programs N] [--seconds N]`; `platform` runs only when asked for: it fills a database first
 *
 * Every figure stands beside a floor of the same run: machines are noisy, ratios less so.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { chromium } from 'playwright-core'
import { benchCompile } from './compile'
import { benchLaunch, benchNavigation } from './launch'
import { benchPlatform } from './platform/platform'
import { benchListOperations, benchTap } from './list-operations'
import { benchRuntimeSize } from './runtime-size'
import { serveProject } from '@sampan/testing'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'size,list,tap,launch,navigation,compile' },
    rounds: { type: 'string', default: '15' },
    users: { type: 'string', default: '1000000' },
    programs: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '5' },
    compile: { type: 'string', multiple: true, default: [join(root, 'benchmarks/programs/list')] },
  },
})
const wanted = new Set(values.only.split(','))
const rounds = Number(values.rounds)

if (wanted.has('size')) await benchRuntimeSize()
if (wanted.has('compile')) await benchCompile(root, values.compile, 3)
if (['list', 'tap', 'launch', 'navigation'].some((name) => wanted.has(name))) {
  const { path: executablePath } = await findBrowser({ install: true })
  const browser = await chromium.launch({ executablePath, args: browserArguments() })
  const program = await serveProject(join(root, 'benchmarks/programs/list'))
  try {
    if (wanted.has('list')) await benchListOperations(browser, program, rounds)
    if (wanted.has('tap')) await benchTap(browser, program, rounds * 10)
    if (wanted.has('launch')) await benchLaunch(browser, program, 'pages/index/index', rounds)
    if (wanted.has('navigation')) await benchNavigation(browser, program, rounds)
  } finally {
    program.stop()
    await browser.close()
  }
}
if (wanted.has('platform')) {
  await benchPlatform(
    { users: Number(values.users), programs: Number(values.programs) },
    Number(values.seconds),
  )
}
process.exit(0)
