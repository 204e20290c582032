import { randomBytes } from 'node:crypto'
import type { Database, Queries } from '@sampan/database'
import type {
  Backend,
  DomainLists,
  DomainProblem,
  ProgramDomains,
  RegisteredDomainKind,
  ServerDomainKind,
  ServerDomainLists,
} from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { findEntity } from '../entities/store'
import { Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { requireProgram } from '../programs/access'
import { programAct } from '../programs/program-act'
import { lockProgram, type ProgramOfMember } from '../programs/store'
import { type BackendNetwork, connectBackend } from './backends/connect-backend'
import { hasProof } from './backends/fetch-proof'
import { mapLimited, measureBackend } from './backends/measure-backend'
import { checkDomains } from './rules/check-domains'
import { DOMAIN_RULES, type DomainLimits } from './rules/domain-rules'
import * as store from './store'

export interface DomainParts {
  db: Database
  network: BackendNetwork
  limits: DomainLimits
  baseUrl(): string
  now(): Date
}

export const SERVER_KINDS = (Object.keys(DOMAIN_RULES) as RegisteredDomainKind[]).filter(
  (kind): kind is ServerDomainKind => kind !== 'webView',
)
const CONNECTIONS_AT_ONCE = 16
const KEPT_MEASUREMENTS = 168
const MEASURE_AGAIN_MS = 60_000
const MOST_MEASURED_AT_ONCE = 50
/** 京ICP备12345678号, with or without the site's own number. */
const ICP_NUMBER = /^\p{Script=Han}ICP[备证]\d{5,14}号(?:-\d{1,4})?$/u

export function createDomainService({ db, network, limits, baseUrl, now }: DomainParts) {
  function startOfMonth(offset = 0): Date {
    return new Date(Date.UTC(now().getUTCFullYear(), now().getUTCMonth() + offset, 1))
  }

  async function settingOf(appId: string) {
    const found = await store.findSetting(db.kysely, appId)
    if (found) return found
    await store.insertSetting(db.kysely, {
      app_id: appId,
      proof_name: `${randomBytes(8).toString('hex')}.txt`,
      proof_content: randomBytes(16).toString('hex'),
    })
    return (await store.findSetting(db.kysely, appId))!
  }

  async function isOfIndividual(queries: Queries, program: ProgramOfMember): Promise<boolean> {
    return (await findEntity(queries, program.entity_id))!.kind === 'individual'
  }

  async function describe(program: ProgramOfMember): Promise<ProgramDomains> {
    const appId = program.app_id
    const setting = await settingOf(appId)
    const most = Object.entries(DOMAIN_RULES).map(([kind, { maxCount }]) => [kind, maxCount])
    return {
      lists: await store.listDomains(db.kysely, appId),
      icpNumbers: setting.icp_numbers,
      most: Object.fromEntries(most) as ProgramDomains['most'],
      changes: {
        used: await store.countChanges(db.kysely, appId, startOfMonth()),
        limit: limits.changesPerMonth,
        renewsAt: startOfMonth(1).toISOString(),
      },
      mayHaveWebView: !(await isOfIndividual(db.kysely, program)),
      proof: { fileName: setting.proof_name, content: setting.proof_content },
      revision: setting.revision,
    }
  }

  /** In their form, by rules alone. */
  function readLists(wanted: Partial<DomainLists>): DomainLists {
    const none = Object.fromEntries(Object.keys(DOMAIN_RULES).map((kind) => [kind, []]))
    const { lists, problems } = checkDomains({ ...none, ...wanted } as DomainLists, [
      new URL(baseUrl()).hostname,
    ])
    refuseAll(problems)
    return lists
  }

  /** What is new is really reached, with a certificate that a phone accepts. */
  async function checkConnections(lists: DomainLists, earlier: DomainLists): Promise<void> {
    const added = SERVER_KINDS.flatMap((kind) =>
      lists[kind]
        .filter((domain) => !earlier[kind].includes(domain))
        .map((domain) => ({ kind, domain, ...store.targetOf(kind, domain) })),
    ).filter(({ isSecure }) => isSecure)
    const hosts = new Map(added.map(({ host, port }) => [`${host}:${port}`, { host, port: port! }]))
    const outcomes = await mapLimited([...hosts], CONNECTIONS_AT_ONCE, async ([key, target]) => {
      const connection = await connectBackend(network, { ...target, isSecure: true })
      if (typeof connection === 'string') return [key, connection] as const
      connection.socket.destroy()
      return [key, undefined] as const
    })
    const problemOf = new Map(outcomes)
    refuseAll(
      added.flatMap(({ kind, domain, host, port }) => {
        const problem = problemOf.get(`${host}:${port}`)
        return problem ? [{ kind, domain, problem }] : []
      }),
    )
  }

  async function saveLists(
    asker: Asker,
    what: {
      appId: string
      revision: number
      kinds: RegisteredDomainKind[]
      lists: DomainLists
      icpNumbers?: Record<string, string>
      /** Looks once more, now that nobody else changes this program. */
      check(tx: Queries): Promise<void>
    },
  ): Promise<void> {
    const { appId, kinds, lists } = what
    await db.transaction(async (tx) => {
      await requireProgram(tx, asker, appId, 'change-development-settings')
      await lockProgram(tx, appId)
      await what.check(tx)
      if (!(await store.updateSetting(tx, what, what.icpNumbers))) throw changed()
      await store.replaceDomains(tx, { appId, kinds, lists, userId: asker.session.userId, at: now() })
      const details = Object.fromEntries(kinds.map((kind) => [kind, lists[kind]]))
      await audit(tx, programAct(asker, 'change-domains', appId, details))
    })
  }

  async function requireChangeLeft(queries: Queries, appId: string): Promise<void> {
    if ((await store.countChanges(queries, appId, startOfMonth())) < limits.changesPerMonth) return
    const problem = { code: 'rule', rule: 'too-many-changes', errcode: 86102 } as const
    throw new Refusal(problem, `${limits.changesPerMonth} changes a month at most`)
  }

  return {
    async read(asker: Asker, appId: string): Promise<ProgramDomains> {
      return describe(await requireProgram(db.kysely, asker, appId, 'change-development-settings'))
    },

    async saveServers(
      asker: Asker,
      appId: string,
      wanted: { revision: number; lists: ServerDomainLists; icpNumbers: Record<string, string> },
    ): Promise<ProgramDomains> {
      const program = await requireProgram(db.kysely, asker, appId, 'change-development-settings')
      const { revision } = wanted
      if ((await settingOf(appId)).revision !== revision) throw changed()
      await requireChangeLeft(db.kysely, appId)
      const lists = readLists(wanted.lists)
      const icpNumbers = readIcpNumbers(wanted.icpNumbers, lists)
      await checkConnections(lists, await store.listDomains(db.kysely, appId))
      await saveLists(asker, {
        appId,
        revision,
        kinds: SERVER_KINDS,
        lists,
        icpNumbers,
        async check(tx) {
          await requireChangeLeft(tx, appId)
          await tx.insertInto('program_domain_change').values({ app_id: appId, at: now() }).execute()
        },
      })
      return describe(program)
    },

    /** Sites for web-view: each new one has to have the proof file at its root. */
    async saveWebView(
      asker: Asker,
      appId: string,
      { revision, domains }: { revision: number; domains: string[] },
    ): Promise<ProgramDomains> {
      const program = await requireProgram(db.kysely, asker, appId, 'change-development-settings')
      if (await isOfIndividual(db.kysely, program)) {
        const problem = { code: 'rule', rule: 'not-for-individuals', errcode: 89231 } as const
        throw new Refusal(problem, 'Programs of individuals have no sites for web-view')
      }
      const setting = await settingOf(appId)
      if (setting.revision !== revision) throw changed()
      const lists = readLists({ webView: domains })
      const earlier = await store.listDomains(db.kysely, appId)
      const added = lists.webView.filter((domain) => !earlier.webView.includes(domain))
      const proof = { fileName: setting.proof_name, content: setting.proof_content }
      const proven = await mapLimited(added, CONNECTIONS_AT_ONCE, (domain) =>
        hasProof(network, store.targetOf('webView', domain).host, proof),
      )
      refuseAll(
        added
          .filter((_domain, index) => !proven[index])
          .map((domain) => ({ kind: 'webView', domain, problem: 'proof-missing', errcode: 85069 })),
      )
      await saveLists(asker, {
        appId,
        revision,
        kinds: ['webView'],
        lists,
        async check(tx) {
          for (const domain of added) {
            const { host } = store.targetOf('webView', domain)
            if ((await store.countOwnersOfSite(tx, host, program.entity_id)) < limits.ownersPerSite) continue
            refuseAll([{ kind: 'webView', domain, problem: 'too-many-owners' }])
          }
        },
      })
      return describe(program)
    },

    async listBackends(asker: Asker, appId: string): Promise<Backend[]> {
      await requireProgram(db.kysely, asker, appId, 'change-development-settings')
      const backends = await store.listBackends(db.kysely, appId)
      return mapLimited(backends, 4, async (address) => {
        const rows = await store.listMeasurements(db.kysely, address, KEPT_MEASUREMENTS)
        return {
          ...address,
          measurements: rows.map((row) => ({
            at: row.at.toISOString(),
            problem: row.problem as Backend['measurements'][number]['problem'],
            p50Ms: row.p50_ms,
            p95Ms: row.p95_ms,
            tlsMs: row.tls_ms,
          })),
        }
      })
    },

    /** Now; a server that was measured within the last minute is left alone. */
    async measure(asker: Asker, appId: string): Promise<Backend[]> {
      const backends = await this.listBackends(asker, appId)
      const since = now().getTime() - MEASURE_AGAIN_MS
      const due = backends
        .filter(({ measurements: [latest] }) => !latest || Date.parse(latest.at) < since)
        .slice(0, MOST_MEASURED_AT_ONCE)
      const measured = await mapLimited(due, CONNECTIONS_AT_ONCE, async ({ host, port, isSecure }) => {
        const address = { host, port, isSecure }
        return { address, at: now(), result: await measureBackend(network, address) }
      })
      await db.transaction((tx) => store.saveMeasurements(tx, measured))
      return this.listBackends(asker, appId)
    },
  }
}

export type DomainService = ReturnType<typeof createDomainService>

function changed(): Refusal {
  return new Refusal('changed', 'Somebody changed it meanwhile')
}

function refuseAll(problems: DomainProblem[]): void {
  if (problems.length === 0) return
  const { domain, problem } = problems[0]!
  throw new Refusal({ code: 'form', domains: problems }, `${domain}: ${problem}`)
}

/** Of hosts that are in the lists; others are left out. */
function readIcpNumbers(wanted: Record<string, string>, lists: DomainLists): Record<string, string> {
  const kept: Record<string, string> = {}
  const problems: DomainProblem[] = []
  for (const kind of SERVER_KINDS) {
    for (const domain of lists[kind]) {
      const { host } = store.targetOf(kind, domain)
      const number = Object.hasOwn(wanted, host) ? wanted[host]!.trim() : ''
      if (number === '' || Object.hasOwn(kept, host)) continue
      if (ICP_NUMBER.test(number)) kept[host] = number
      else problems.push({ kind, domain, problem: 'icp-number-not-valid', errcode: 45082 })
    }
  }
  refuseAll(problems)
  return kept
}
