import { findRunningServer } from '@sampan/database'
import { serveSuperapp } from '@sampan/testing'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { ms, printTable } from '../statistics'
import { type Load, load } from './load'
import { signUp } from './person'
import { giveManyPrograms, seed, type SeedSize } from './seed'

const PROGRAMS_OF_PROVIDER = 500
const APP_ID = `wx${(1).toString(16).padStart(16, '0')}`

/** A large platform's answers: a real server process on a real database, beside the least that a server can do. */
export async function benchPlatform(size: SeedSize, seconds: number): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'sampan-bench-'))
  const server = await serveSuperapp(['--data', data, '--no-demo'])
  const client = new pg.Client((await findRunningServer(join(data, 'database')))!.url)
  await client.connect()
  try {
    await seed(client, size)
    const { cookie, userId } = await signUp(server.url, client, {
      email: 'provider@bench.example',
      phone: '+8613800138000',
    })
    await giveManyPrograms(client, userId, PROGRAMS_OF_PROVIDER)
    await client.query(`insert into staff (user_id, role) values ($1, 'reviewer')`, [userId])
    await benchLists(server.url, { cookie, seconds, size })
    await benchOpening(server.url, seconds)
  } finally {
    await client.end()
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

async function benchLists(
  base: string,
  { cookie, seconds, size }: { cookie: string; seconds: number; size: SeedSize },
): Promise<void> {
  const pages: Record<string, string[]> = {
    'session of a page': ['/api/session'],
    'my mini programs (500)': ['/api/programs'],
    'search in mine': [
      '/api/programs?query=tea',
      '/api/programs?query=%E8%8C%B6',
      `/api/programs?query=${APP_ID}`,
    ],
    'one mini program': [`/api/programs/${APP_ID}`],
    members: [`/api/programs/${APP_ID}/members`],
    journal: [`/api/programs/${APP_ID}/audit`],
    notices: ['/api/notices'],
    'desk: owners': ['/api/review/entities'],
    'desk: categories': ['/api/review/applications'],
  }
  const rows: string[][] = []
  for (const [name, paths] of Object.entries(pages)) {
    const urls = paths.map((path) => new URL(path, base).href)
    rows.push([name, ...figures(await load(urls, { connections: 4, seconds, cookie }))])
  }
  rows.push(['  floor: Node alone', ...figures(await loadFloor(2000, { connections: 4, seconds }))])
  printTable(
    `Console, ${size.programs} programs and ${size.users} users, 4 connections, ${seconds} s each`,
    ['', 'requests/s', 'median ms', 'p95 ms', 'p99 ms'],
    rows,
  )
}

/** What a phone asks for at every launch. */
async function benchOpening(base: string, seconds: number): Promise<void> {
  const list = new URL('/api/catalogue', base).href
  const { programs } = (await (await fetch(list)).json()) as { programs: { bundleUrl: string }[] }
  const file = new URL(`${programs[0]!.bundleUrl}manifest.json`, base).href
  const rows: string[][] = []
  for (const [name, url] of [
    ['list of programs', list],
    ['file of a package', file],
  ] as const) {
    const sizeBytes = (await (await fetch(url)).arrayBuffer()).byteLength
    const ours = await load([url], { connections: 50, seconds })
    const floor = await loadFloor(sizeBytes, { connections: 50, seconds })
    rows.push([`${name} (${sizeBytes} bytes)`, ...figures(ours)], ['  floor: Node alone', ...figures(floor)])
  }
  printTable(
    `Opening, 50 connections, ${seconds} s each`,
    ['', 'requests/s', 'median ms', 'p95 ms', 'p99 ms'],
    rows,
  )
}

async function loadFloor(
  sizeBytes: number,
  options: { connections: number; seconds: number },
): Promise<Load> {
  const child = fork(fileURLToPath(new URL('./floor.ts', import.meta.url)), [String(sizeBytes)], {
    execArgv: ['--import', 'tsx'],
  })
  try {
    const [port] = (await once(child, 'message')) as [number]
    return await load([`http://127.0.0.1:${port}/`], options)
  } finally {
    child.kill()
  }
}

function figures({ requestsPerSecond, medianMs, p95Ms, p99Ms }: Load): string[] {
  return [requestsPerSecond.toFixed(0), ms(medianMs), ms(p95Ms), ms(p99Ms)]
}
