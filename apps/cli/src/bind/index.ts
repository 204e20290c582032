import type { Program, ProgramListItem, ProgramPage } from '@sampan/platform-api'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArguments, takeFolder } from '../arguments'
import type { RunCommand } from '../command'
import { openProject } from '../open-project'
import { chooseServer, openAsUser } from '../platform/choose-server'
import { bindProject } from '../platform/project-files'
import type { Platform } from '../platform/request'
import { printable } from '../terminal/printable'
import type { Terminal } from '../terminal/terminal'
import { UsageError } from '../usage-error'

const MOST_LISTED = 50

/** `sampan bind` */
export const run: RunCommand = async (args, terminal) => {
  const { print, translate, colours } = terminal
  const { values, positionals } = parseArguments(args, {
    server: { type: 'string' },
    appid: { type: 'string' },
    json: { type: 'boolean', default: false },
  })
  const folder = resolve(takeFolder(positionals, 'bind', translate, '.'))
  openProject(folder, translate)
  const server = chooseServer(values.server, translate, folder)
  const platform = openAsUser(server)
  const { appId, name } = values.appid
    ? await platform.request<Program>(`/api/programs/${encodeURIComponent(values.appid)}`)
    : await chooseProgram(platform, terminal)
  bindProject(folder, { appId, server }, translate)
  const text = translate('bindDone', { name: printable(name) || appId, appId, server })
  print(values.json ? JSON.stringify({ appId, name, server }) : colours.green(text))
  return 0
}

async function chooseProgram(platform: Platform, terminal: Terminal): Promise<ProgramListItem> {
  const { note, translate } = terminal
  const { programs } = await platform.request<ProgramPage>(`/api/programs?limit=${MOST_LISTED}`)
  if (programs.length === 0) throw new UsageError(translate('bindNone', { server: platform.server }))
  programs.forEach(({ appId, name, entityName }, index) =>
    note(`${String(index + 1).padStart(3)}  ${appId}  ${printable(name) || '–'} · ${printable(entityName)}`),
  )
  if (!process.stdin.isTTY) throw new UsageError(translate('bindWhich'))
  const questions = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await questions.question(`${translate('bindChoose', { count: programs.length })} `)
  questions.close()
  const chosen = programs[Number(answer.trim()) - 1]
  if (!chosen) throw new UsageError(translate('bindWhich'))
  return chosen
}
