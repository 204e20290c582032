import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Translate } from '../messages'
import { UsageError } from '../usage-error'
import { listTemplates, templatesFolder } from './templates'

export interface NewProject {
  /** Absolute. */
  folder: string
  name: string
  template: string
  appId: string
}

/** What installing or building left in a template's folder is not copied. */
const NOT_COPIED = new Set(['node_modules', 'miniprogram_npm', 'dist', '.DS_Store'])

/** Copies a template and writes name and AppID into it. Returns the number of files. */
export function createProject(project: NewProject, translate: Translate): number {
  const templates = listTemplates()
  if (!templates.includes(project.template)) {
    throw new UsageError(
      translate('unknownTemplate', { name: project.template, templates: templates.join(', ') }),
    )
  }
  if (!/^[a-zA-Z0-9]+$/.test(project.appId)) {
    throw new UsageError(translate('invalidAppId', { found: project.appId }))
  }
  refuseUsedFolder(project.folder, translate)
  mkdirSync(project.folder, { recursive: true })
  cpSync(join(templatesFolder(), project.template), project.folder, {
    recursive: true,
    filter: (source) => !NOT_COPIED.has(basename(source)),
  })
  setFields(join(project.folder, 'project.config.json'), { appid: project.appId, projectname: project.name })
  setFields(join(project.folder, 'package.json'), { name: packageName(project.name) })
  return countFiles(project.folder)
}

/** A folder with nothing but a fresh repository in it counts as empty. */
function refuseUsedFolder(folder: string, translate: Translate): void {
  if (!existsSync(folder)) return
  if (!statSync(folder).isDirectory()) throw new UsageError(translate('notAFolder', { folder }))
  if (readdirSync(folder).some((name) => name !== '.git')) {
    throw new UsageError(translate('folderNotEmpty', { folder }))
  }
}

function setFields(file: string, fields: Record<string, string>): void {
  if (!existsSync(file)) return
  const content = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  writeFileSync(file, `${JSON.stringify({ ...content, ...fields }, null, 2)}\n`)
}

/** npm allows fewer characters than a folder's name may have. */
function packageName(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[._-]+|-+$/g, '') || 'mini-program'
  )
}

function countFiles(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter(
    (entry) => entry.isFile() && !`${entry.parentPath}/`.includes('/.git/'),
  ).length
}
