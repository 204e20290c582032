/** Every text of the command line. `{name}` stands for a parameter. */
export const en = {
  usage: `Sampan runs WeChat mini programs anywhere.

Usage: sampan <command> [options]

Commands:
  create <folder>    start a new mini program
  dev <project>      run a mini program and reload it after every save
  build <project>    compile a mini program to a folder
  smoke <project>    open every page in a headless browser and report errors

Options of all commands:
  --lang en|zh       language of messages (else SAMPAN_LANG or the system's)
  -h, --help         help, also for one command: sampan dev --help
  -v, --version      version
`,
  usageCreate: `Starts a new mini program.

Usage: sampan create <folder> [options]

Options:
  --template <name>  one of: {templates} (default: blank)
  --typescript       in TypeScript
  --appid <id>       AppID for project.config.json (default: touristappid)
`,
  usageBuild: `Compiles a mini program.

Usage: sampan build <project> --out <folder> [options]

Options:
  --out <folder>     where the bundle goes; what an earlier build left there is replaced
  --no-minify        keep code readable
  --source-map       write source maps
  --json             print result and diagnostics as JSON

Exit code: 0 done, 1 the project has errors, 2 wrong usage.
`,
  usageDev: `Runs a mini program and reloads it after every save.

Usage: sampan dev [project] [options]

Options:
  --port <number>    port to listen on (default: 5180, or the next free one)
  --host <address>   address to listen on (default: all, so that a phone can connect; 127.0.0.1: this computer only)
  --no-open          do not open a browser
  --private-network  let the program send requests to other devices of the network (public servers and this computer
                     are always allowed)
`,
  usageSmoke: `Opens every page of a mini program in a headless browser and reports errors.

Usage: sampan smoke [project] [options]

Options:
  --page <route>     only this page; may be given several times, and may have a query
  --json <file>      write the report as JSON (- for standard output)
  --screenshots <folder>  write a PNG of every page
  --jobs <number>    how many pages to open at the same time (default: 2)
  --timeout <ms>     how long a page may take to paint (default: 15000)

Exit code: 0 all pages opened without an uncaught error, 1 some did not, 2 wrong usage.
`,
  unknownCommand: 'There is no command {name}. `sampan --help` lists the commands.',
  missingFolder: 'Which folder? Usage: sampan {command} <folder>',
  missingOut: 'Where to? Add --out <folder>.',
  tooManyArguments: 'Unexpected argument: {argument}',
  invalidNumber: '{option} must be a whole number from {minimum} to {maximum}, found {found}',
  noProject: '{folder} is not a folder that can be read',

  folderNotEmpty: '{folder} is not empty. Choose a new folder, or empty this one.',
  notAFolder: '{folder} is a file.',
  unknownTemplate: 'There is no template {name}. There are: {templates}',
  invalidAppId: '{found} is not an AppID: letters and digits only, for example wx0123456789abcdef',
  created: 'Created {folder} with {count} files.',
  createdNext: 'Next: sampan dev {folder}',

  error: 'error',
  warning: 'warning',
  info: 'note',
  help: 'help',
  errorCount: '{count} errors',
  errorCountOne: '1 error',
  warningCount: '{count} warnings',
  warningCountOne: '1 warning',
  moreDiagnostics: '… and {count} more',
  built: 'Built {pages} pages, {size}, in {time} → {folder}',
  buildFailed: 'Nothing was written: the project has no app.json that can be used.',
  builtWithErrors: 'Built with errors: {pages} pages, {size}, in {time} → {folder}',
  outContainsProject: '--out {folder} contains the project itself; its files would be deleted.',
  outNotEmpty:
    '--out {folder} has files that are not from a build. Choose another folder, or empty this one.',

  devReady: 'Ready in {time}',
  devLocal: 'On this computer',
  devPhone: 'On a phone in the same network',
  devPhoneHint: 'Scan to open on a phone:',
  devStop: 'Ctrl+C stops.',
  devRebuilt: 'Rebuilt in {time} ({files})',
  devPortTaken: 'Port {port} is taken; using {used}.',
  devPortTakenWanted: 'Port {port} is taken. Choose another with --port.',

  smokeBrowser: 'Browser: {path}',
  smokeNoPages: 'No page to open.',
  smokeUnknownPage: '{route} is not a page of this program',
  smokePageOk: 'ok',
  smokePageFailed: 'failed',
  smokeSummary: '{ok} of {pages} pages opened without an uncaught error, in {time}',
}

export type Messages = typeof en
export type MessageKey = keyof Messages
