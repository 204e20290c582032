import { basename, resolve } from 'node:path'
import { parseArguments, takeFolder } from '../arguments'
import type { RunCommand } from '../command'
import { createProject } from './create-project'

/** `sampan create` */
export const run: RunCommand = async (args, terminal) => {
  const { translate } = terminal
  const { values, positionals } = parseArguments(args, {
    template: { type: 'string', default: 'blank' },
    typescript: { type: 'boolean', default: false },
    appid: { type: 'string', default: 'touristappid' },
  })
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
