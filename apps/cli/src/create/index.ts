import { basename, resolve } from 'node:path'
import { parseArguments, takeFolder } from '../arguments'
import type { RunCommand } from '../main'
import { createProject } from './create-project'
import { listTemplates } from './templates'

/** `sampan create` */
export const run: RunCommand = async (args, terminal) => {
  const { translate } = terminal
  const { values, positionals } = parseArguments(args, {
    template: { type: 'string', default: 'blank' },
    typescript: { type: 'boolean', default: false },
    appid: { type: 'string', default: 'touristappid' },
  })
  if (values.help) {
    terminal.print(translate('usageCreate', { templates: listTemplates().filter(isBase).join(', ') }))
    return 0
  }
  const folder = takeFolder(positionals, 'create', translate)
  const fileCount = createProject(
    {
      folder: resolve(folder),
      name: basename(resolve(folder)),
      template: values.typescript ? `${values.template}-typescript` : values.template,
      appId: values.appid,
    },
    translate,
  )
  terminal.print(translate('created', { folder, count: fileCount }))
  terminal.print(translate('createdNext', { folder }))
  return 0
}

/** The TypeScript forms go by `--typescript`. */
function isBase(template: string): boolean {
  return !template.endsWith('-typescript')
}
