import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import type {
  DomainLists,
  DomainProblem,
  DomainProblemCode,
  RegisteredDomainKind,
} from '@sampan/platform-api'
import { BLOCKED_TCP_PORTS, DOMAIN_ERRCODES, DOMAIN_RULES } from './domain-rules'

export interface CheckedDomains {
  /** As they are kept: lower case, international names in their ASCII form. */
  lists: DomainLists
  problems: DomainProblem[]
}

/** Checks the form of addresses that a developer wants to register. `platformHosts` serve the platform itself. */
export function checkDomains(wanted: DomainLists, platformHosts: readonly string[]): CheckedDomains {
  const problems: DomainProblem[] = []
  const complain = (kind: RegisteredDomainKind, domain: string, problem: DomainProblemCode) => {
    const errcode = (DOMAIN_ERRCODES as Partial<Record<DomainProblemCode, number>>)[problem]
    problems.push({ kind, domain, problem, ...(errcode === undefined ? {} : { errcode }) })
  }
  const kinds = Object.keys(DOMAIN_RULES) as RegisteredDomainKind[]
  const lists = Object.fromEntries(
    kinds.map((kind) => {
      const kept = new Set<string>()
      for (const domain of wanted[kind]) {
        const checked = checkDomain(kind, domain, platformHosts)
        if (typeof checked === 'string') complain(kind, domain, checked)
        else if (kept.has(checked.address)) complain(kind, domain, 'repeated')
        else kept.add(checked.address)
      }
      if (wanted[kind].length > DOMAIN_RULES[kind].maxCount) complain(kind, '', 'too-many')
      return [kind, [...kept]]
    }),
  ) as DomainLists
  return { lists, problems }
}

const ADDRESS = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\[[^\]]*\]|[^/?#:@\s]+)(?::(\d{1,5}))?(\/.*)?$/i

function checkDomain(
  kind: RegisteredDomainKind,
  domain: string,
  platformHosts: readonly string[],
): { address: string } | DomainProblemCode {
  const rule = DOMAIN_RULES[kind]
  const match = ADDRESS.exec(domain.trim())
  if (!match) return 'not-an-address'
  const [, scheme = '', writtenHost = '', port, path] = match
  if (rule.scheme === '' && scheme !== '') return 'has-scheme'
  if (rule.scheme !== '' && scheme.toLowerCase() !== rule.scheme) return 'wrong-scheme'
  if (path !== undefined && path !== '/') return 'has-path'

  if (isIP(writtenHost.replace(/^\[|\]$/g, ''))) return 'is-ip'
  const host = domainToASCII(writtenHost)
  if (isIP(host)) return 'is-ip'
  if (isLocalName(host)) return 'is-local'
  if (!isPublicName(host)) return 'not-an-address'
  if (platformHosts.includes(host)) return 'platform-host'

  const portProblem = checkPort(kind, port)
  if (portProblem) return portProblem
  const prefix = rule.scheme === '' ? '' : `${rule.scheme}://`
  return { address: `${prefix}${host}${port === undefined ? '' : `:${Number(port)}`}` }
}

function checkPort(kind: RegisteredDomainKind, written: string | undefined): DomainProblemCode | undefined {
  const rule = DOMAIN_RULES[kind]
  if (written === undefined) return rule.port === 'required' ? 'port-missing' : undefined
  if (rule.port === 'forbidden') return 'port-not-allowed'
  const port = Number(written)
  if (port < 1 || port > 65535) return 'not-an-address'
  const isBlocked = kind === 'tcp' && BLOCKED_TCP_PORTS.some(([low, high]) => port >= low && port <= high)
  return isBlocked ? 'port-blocked' : undefined
}

function isLocalName(host: string): boolean {
  return host === 'localhost' || /\.(?:localhost|local|internal|home\.arpa)$/.test(host)
}

/** RFC 1123 labels, two at least, and a top-level domain that is no number. */
function isPublicName(host: string): boolean {
  const labels = host.split('.')
  return (
    host.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/.test(label)) &&
    !/^\d+$/.test(labels.at(-1)!)
  )
}
