import { readFileSync } from 'node:fs'
import type { RunCommand } from './command'
import { listBaseTemplates } from './create/templates'
import { chooseLanguage } from './messages'
import type { MessageKey } from './messages'
import { explainProblem, PlatformProblem } from './platform/platform-problem'
import { createTerminal } from './terminal/terminal'
import { UsageError } from './usage-error'

interface CommandEntry {
  usage: MessageKey
  /** Loaded when called: `create` need not wait for the compiler. */
  load(): Promise<{ run: RunCommand }>
}

const COMMANDS: Record<string, CommandEntry> = {
  create: { usage: 'usageCreate', load: () => import('./create') },
  build: { usage: 'usageBuild', load: () => import('./build') },
  dev: { usage: 'usageDev', load: () => import('./dev') },
  smoke: { usage: 'usageSmoke', load: () => import('./smoke') },
  login: { usage: 'usageLogin', load: () => import('./login') },
  logout: { usage: 'usageLogout', load: () => import('./login/logout') },
  whoami: { usage: 'usageWhoami', load: () => import('./login/whoami') },
  bind: { usage: 'usageBind', load: () => import('./bind') },
  upload: { usage: 'usageUpload', load: () => import('./upload') },
  preview: { usage: 'usagePreview', load: () => import('./upload/preview') },
}

/** The whole command line. Resolves to the exit code: 0 fine, 1 the project has errors or the platform refused, 2 wrong usage. */
export async function main(args: string[]): Promise<number> {
  const terminal = createTerminal(chooseLanguage(findLanguageOption(args), process.env))
  const [name, ...rest] = args
  if (name === '--version' || name === '-v') {
    terminal.print(readVersion())
    return 0
  }
  const command = name === undefined || name.startsWith('-') || name === 'help' ? undefined : name
  if (!command) {
    terminal.print(terminal.translate('usage'))
    return name === undefined ? 2 : 0
  }
  try {
    const entry = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
    if (!entry) throw new UsageError(terminal.translate('unknownCommand', { name: command }))
    if (rest.includes('--help') || rest.includes('-h')) {
      terminal.print(terminal.translate(entry.usage, { templates: listBaseTemplates().join(', ') }))
      return 0
    }
    const { run } = await entry.load()
    return await run(rest, terminal)
  } catch (error) {
    if (error instanceof PlatformProblem) {
      terminal.note(terminal.colours.red(explainProblem(error, terminal.translate)))
      return 1
    }
    if (!(error instanceof UsageError)) throw error
    terminal.note(terminal.colours.red(error.message))
    return 2
  }
}

/** The language is needed before options are parsed, for the parser's own complaints. */
function findLanguageOption(args: string[]): string | undefined {
  const index = args.indexOf('--lang')
  return index >= 0 ? args[index + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length)
}

function readVersion(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}
