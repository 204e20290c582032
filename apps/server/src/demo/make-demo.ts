import { randomInt } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '@sampan/database'
import type { Entity, EntitySummary, Program, ProgramPage } from '@sampan/platform-api'
import type { FastifyInstance } from 'fastify'
import { signIn } from './accounts'
import type { DemoBrowser } from './browser'
import { demoFiling } from './demo-filing'
import { DEMO_PEOPLE } from './people'
import type { DemoPerson } from './people'

export interface DemoParts {
  app: FastifyInstance
  db: Database
  /** Holds `demo.json`, with the password of all demo accounts: this installation's own. */
  dataFolder: string
  /** PNG: stands for papers and pictures. */
  picture: Buffer
}

export interface Demo {
  people: readonly DemoPerson[]
  password: string
}

/**
 * People for every part, an owner whose registration is through, and a mini program that is filed. All of it is done through the
 * API, as people would; a start that is cut short goes on where it was at the next.
 */
export async function makeDemo(parts: DemoParts): Promise<Demo> {
  const file = join(parts.dataFolder, 'demo.json')
  const { password, isMade } = await readOrBegin(file)
  if (!isMade) {
    const browsers = new Map<DemoPerson['id'], DemoBrowser>()
    for (const person of DEMO_PEOPLE) browsers.set(person.id, await signIn({ ...parts, password }, person))
    const [owner, reviewer, regulator] = (['owner', 'reviewer', 'regulator'] as const).map((id) =>
      browsers.get(id)!,
    ) as [DemoBrowser, DemoBrowser, DemoBrowser]
    const entityId = await registerOwner(owner, reviewer, parts.picture)
    const appId = await createProgram(owner, entityId, parts.picture)
    await demoFiling({ owner, reviewer, regulator }, { ...parts, appId })
    for (const browser of browsers.values()) await browser.send('POST', '/api/auth/sign-out', {})
    await writeFile(file, JSON.stringify({ password, isMade: true }), { mode: 0o600 })
  }
  return { people: DEMO_PEOPLE, password }
}

async function readOrBegin(file: string): Promise<{ password: string; isMade: boolean }> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { password: string; isMade: boolean }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const begun = { password: `sampan-${writePassword()}`, isMade: false }
  await writeFile(file, JSON.stringify(begun), { mode: 0o600 })
  return begun
}

/** Without letters and digits that look alike. */
const CHARACTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

function writePassword(): string {
  return Array.from({ length: 8 }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('')
}

/** Numbers with right check characters, of nobody. */
const OWNER_ANSWERS = {
  entityName: 'River Tea (Shanghai) Co., Ltd',
  certificateNumber: '91350100M000100Y43',
  bankName: 'Bank of the River',
  bankAccount: '6222020000000000',
  administratorName: 'Lin Yi',
  administratorPhone: '+8613800138001',
  administratorIdentityNumber: '11010519491231002X',
  address: '1 Harbour Road, Shanghai',
  functions: 'Sells tea.',
}

async function registerOwner(owner: DemoBrowser, reviewer: DemoBrowser, picture: Buffer): Promise<string> {
  const { entities } = await owner.send<{ entities: EntitySummary[] }>('GET', '/api/entities')
  const begun = entities[0] ?? (await owner.send<Entity>('POST', '/api/entities', { kind: 'company' }))
  const path = `/api/entities/${begun.id}`
  let entity = await owner.send<Entity>('GET', path)
  if (entity.state === 'draft') {
    await owner.send('PUT', `${path}/answers`, { revision: entity.revision, answers: OWNER_ANSWERS })
    await owner.send('PUT', `${path}/documents/licence`, picture)
    const { revision } = await owner.send<Entity>('GET', path)
    entity = await owner.send<Entity>('POST', `${path}/submission`, { revision, route: 'agent-review' })
  }
  if (entity.state === 'in-review') {
    const { revision } = await reviewer.send<Entity>('GET', path)
    await reviewer.send('POST', `${path}/steps`, { revision, action: 'approve' })
  }
  return entity.id
}

async function createProgram(owner: DemoBrowser, entityId: string, picture: Buffer): Promise<string> {
  const { programs } = await owner.send<ProgramPage>('GET', '/api/programs')
  const appId = programs[0]?.appId ?? (await owner.send<Program>('POST', '/api/programs', { entityId })).appId
  const path = `/api/programs/${appId}`
  const program = await owner.send<Program>('GET', path)
  let { revision } = program
  if (program.missing.includes('name')) {
    ;({ revision } = await owner.send<Program>('PUT', `${path}/name`, { revision, name: 'River Tea 江上茶' }))
  }
  if (program.missing.includes('intro')) {
    const intro = 'The right minutes for every leaf from along the river. 沿江好茶，每一泡都刚好。'
    ;({ revision } = await owner.send<Program>('PUT', `${path}/intro`, { revision, intro }))
  }
  if (program.missing.includes('avatar')) {
    await owner.send('PUT', `${path}/avatar?revision=${revision}`, picture)
  }
  return appId
}
