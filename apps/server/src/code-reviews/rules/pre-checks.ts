import type {
  DomainLists,
  ProgramGap,
  ReviewFinding,
  ReviewFindingCode,
  ReviewForm,
} from '@sampan/platform-api'
import type { BundleManifest } from '@sampan/protocol'

export interface SubmittedCode {
  manifest: BundleManifest
  /** Of the worker, by package. */
  scripts: string[]
  form: ReviewForm
  gaps: readonly ProgramGap[]
  domains: DomainLists
  /** Name and introduction. */
  texts: string[]
}

const MOST_JUMPS = 10
const FEW_PAGES = 2
const MOST_SERVERS_NAMED = 20

/** https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#requiredPrivateInfos */
const LOCATION_INTERFACES = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
]

/** Advertising law of the People’s Republic of China, article 9. */
const FORBIDDEN_CLAIMS = [
  '国家级',
  '最高级',
  '最佳',
  '全国第一',
  '全网第一',
  '世界第一',
  '绝对第一',
  'number one in the world',
]

/** What can be said of a version before a person looks at it. */
export function checkCode(code: SubmittedCode): ReviewFinding[] {
  const { manifest, form, gaps, domains, texts } = code
  const { app } = manifest
  const script = code.scripts.join('\n')
  const findings: ReviewFinding[] = []
  const find = (level: ReviewFinding['level'], of: ReviewFindingCode, details: readonly string[]) =>
    findings.push(...details.map((detail) => ({ code: of, level, detail })))

  find('error', 'profile-gap', gaps)
  find(
    'error',
    'no-such-page',
    form.pages.map(({ path }) => path).filter((path) => !manifest.pageOrder.includes(path)),
  )
  const jumps = app.extra.navigateToMiniProgramAppIdList
  if (Array.isArray(jumps) && jumps.length > MOST_JUMPS)
    find('error', 'too-many-jumps', [String(jumps.length)])
  find(
    'error',
    'private-info-undeclared',
    LOCATION_INTERFACES.filter((name) => calls(script, name) && !app.requiredPrivateInfos.includes(name)),
  )
  find(
    'error',
    'permission-without-reason',
    Object.entries(app.permission).flatMap(([scope, { desc }]) => (desc.trim() === '' ? [scope] : [])),
  )
  const listed = Object.values(domains).flat()
  find(
    'warning',
    'server-unlisted',
    [...serversIn(script)].filter((server) => !listed.includes(server)).slice(0, MOST_SERVERS_NAMED),
  )
  if (manifest.pageOrder.length < FEW_PAGES) find('warning', 'few-pages', [String(manifest.pageOrder.length)])
  find(
    'warning',
    'forbidden-word',
    FORBIDDEN_CLAIMS.filter((claim) => [...texts, script].some((text) => text.toLowerCase().includes(claim))),
  )
  if (app.debug) find('warning', 'debug-on', ['app.json'])
  return findings
}

function calls(script: string, name: string): boolean {
  return new RegExp(`\\bwx\\s*\\.\\s*${name}\\b`).test(script)
}

/** Origins that are written out in the script. */
function serversIn(script: string): Set<string> {
  const found = script.matchAll(
    /\b(?:https|wss):\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?=[/"'`?#\\])/gi,
  )
  return new Set([...found].map(([origin]) => origin.toLowerCase()))
}
