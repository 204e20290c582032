/** Every text of the command line. `{name}` stands for a parameter. */
export const en = {
  usage: `Sampan runs WeChat mini programs anywhere.

Usage: sampan <command> [options]

Commands:
  create <folder>    start a new mini program
  dev <project>      run a mini program and reload it after every save
  build <project>    compile a mini program to a folder
  smoke <project>    open every page in a headless browser and report errors
  login              sign this computer in to a platform, with your phone; logout, whoami
  bind <project>     bind a project to one of your mini programs
  upload <project>   upload a version of it
  preview <project>  open it on your phone

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
  --server <url>     the platform that one may sign in to on the page (default: as of login)
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
  usageLogin: `Signs this computer in to a platform: scan the code with your phone and approve.

Usage: sampan login [options]

Options:
  --server <url>     the platform (default: SAMPAN_SERVER, the latest one, or http://localhost:5170)
  --json             print who is signed in as JSON; the code goes to standard error

Exit code: 0 signed in, 1 refused or too late, 2 wrong usage.
`,
  usageLogout: `Ends the sign-in of this computer.

Usage: sampan logout [--server <url>]
`,
  usageWhoami: `Says who is signed in on this computer, and where.

Usage: sampan whoami [--server <url>] [--json]

Exit code: 0 somebody, 1 nobody, 2 wrong usage.
`,
  usageBind: `Binds a project to one of your mini programs on a platform.

Usage: sampan bind [project] [options]

Options:
  --appid <id>       without asking which
  --server <url>     the platform (default: where you signed in)
  --json             print what it is bound to as JSON

The AppID goes to project.config.json, which a team shares; the platform to project.private.config.json.
`,
  usageUpload: `Uploads a version: sources are sent, and the platform compiles them again.

Usage: sampan upload [project] -v <version> [options]

Options:
  -v, --version <text>  its number, for example 1.0.0
  -d, --desc <text>  what is new
  --private-key <file>  sign with the upload key of the program (private.<appid>.key) in place of a person; also --pkp
  -r, --robot <number>  which robot, 1 to 30 (default: 1)
  --appid <id>       refuse if the project has another one
  --server <url>     the platform (default: where the project is bound, or you signed in)
  --json             print version, failure and diagnostics as JSON

Exit code: 0 uploaded, 1 the project has errors or the platform refused, 2 wrong usage.
`,
  usagePreview: `Shows a code that opens the project on your phone, for 25 minutes.

Usage: sampan preview [project] [options]

Options:
  --page <route>     opens this page, with its query
  -d, --desc <text>  what is new
  --private-key <file>  sign with the upload key of the program (private.<appid>.key) in place of a person; also --pkp
  -r, --robot <number>  which robot, 1 to 30 (default: 1)
  --appid <id>       refuse if the project has another one
  --server <url>     the platform (default: where the project is bound, or you signed in)
  --json             print version, failure and diagnostics as JSON

Exit code: 0 done, 1 the project has errors or the platform refused, 2 wrong usage.
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

  invalidServer: '{found} is not the address of a platform, for example https://mini.example.com',
  unreadableConfig: '{file} cannot be read: {reason}',
  unreadableKey: '{file} is not an upload key: {reason}',
  problemUnreachable: 'The platform does not answer: {detail}',
  problemSignIn: 'Nobody is signed in. Run sampan login first.',
  problemNotFound: 'There is no such mini program, or you are not a member of it.',
  problemForbidden: 'Your role does not allow this: {detail}',
  problemOften: 'Too much at a time: {detail}',
  problemSignature: 'The upload key does not fit this mini program. A newer one may have replaced it.',
  problemClock: 'The clock of this computer is wrong, or the request took too long.',
  problemAddress: 'This computer’s address is not in the list for uploads: {detail}',
  loginScan: 'Scan with your phone and approve:',
  loginOpen: 'Or open {url}',
  loginCode: 'Code: {code}',
  loginDone: 'Signed in as {name} at {server}',
  loginRefused: 'The sign-in was refused on the phone.',
  loginLate: 'Nobody approved in time. Run sampan login again.',
  logoutDone: 'Signed out of {server}',
  logoutNobody: 'Nobody is signed in at {server}',
  bindDone: 'Bound to {name} ({appId}) at {server}',
  bindNone: 'You have no mini program at {server}. Create one in the console.',
  bindChoose: 'Which one? (1–{count})',
  bindWhich: 'Which one? Add --appid <id>.',
  notBound: 'The project belongs to no mini program yet. Run sampan bind first.',
  otherAppId: 'The project has the AppID {found}, not {wanted}.',
  missingVersion: 'Which version? Add -v <version>, for example -v 1.0.0.',
  mainPackage: 'main package',
  uploadCompiling: 'Compiling …',
  uploadSending: 'Sending {size} of sources to {server} …',
  uploadChecking: 'The platform compiles …',
  uploadDone: 'Uploaded {number} of {appId}, {size}',
  uploadHasErrors: 'Nothing was sent: the project has errors.',
  'uploadFailed.errors': 'The platform found errors.',
  'uploadFailed.app-id': 'The project has another AppID: {detail}',
  'uploadFailed.time': 'The platform took too long to compile it: {detail}',
  'uploadFailed.memory': 'It needs too much memory to compile: {detail}',
  'uploadFailed.bundle-size': 'The compiled program is too large: {detail}',
  'uploadFailed.crash': 'The platform’s compiler broke: {detail}',
  'uploadFailed.bundle-differs':
    'The platform compiled something else: this computer has another version of sampan. Update it.',
  'uploadFailed.package-too-large': 'A package is too large: {detail}',
  'uploadFailed.program-too-large': 'The program is too large: {detail}',
  previewScan: 'Scan with your phone, signed in as yourself. Good for 25 minutes:',
}

export type Messages = typeof en
export type MessageKey = keyof Messages
