import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Translate } from '../messages'
import { UsageError } from '../usage-error'

/** What the team shares. */
const SHARED = 'project.config.json'
/** Of whoever works here: it is never sent. */
export const PERSONAL = 'project.private.config.json'

type Json = Record<string, unknown>

/** The platform that `sampan bind` noted. */
export function readBoundServer(folder: string): string | undefined {
  try {
    const { sampan } = JSON.parse(readFileSync(join(folder, PERSONAL), 'utf8')) as {
      sampan?: { server?: unknown }
    }
    return typeof sampan?.server === 'string' ? sampan.server : undefined
  } catch {
    return undefined // Not bound.
  }
}

/** The AppID goes where WeChat's tools have it, so that all of the team have it; the server is this person's. */
export function bindProject(
  folder: string,
  { appId, server }: { appId: string; server: string },
  translate: Translate,
): void {
  const shared = read(folder, SHARED, translate)
  const personal = read(folder, PERSONAL, translate)
  delete personal.appid // It would go before the shared one.
  write(folder, SHARED, { ...shared, appid: appId })
  write(folder, PERSONAL, { ...personal, sampan: { server } })
}

function read(folder: string, name: string, translate: Translate): Json {
  const file = join(folder, name)
  if (!existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Json
  } catch (error) {
    throw new UsageError(translate('unreadableConfig', { file, reason: (error as Error).message }))
  }
}

function write(folder: string, name: string, content: Json): void {
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`)
}
