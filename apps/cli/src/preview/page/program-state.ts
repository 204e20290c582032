/** What the server tells its pages about the program: in the page, then on `/events` after each build. */
export interface ProgramState {
  /** Changes if and only if the build does; names the folder `/bundle/<build>/`. */
  build: string
  /** False if the project has no app.json that can be used. */
  runs: boolean
  /** Routes, the entry page's among them. */
  pages: string[]
  problems: Problem[]
}

/** A diagnostic with the code around its place. */
export interface Problem {
  severity: 'error' | 'warning' | 'info'
  code: string
  message: string
  file?: string
  line?: number
  column?: number
  help?: string
  frame?: {
    lines: { number: number; text: string }[]
    line: number
    /** 0-based index of the marked character in the marked line. */
    offset: number
  }
}

/** Element `#config` of the pages, as JSON. */
export interface PageConfig {
  language: 'en' | 'zh'
  /** Follow `/events` and reload after each build. */
  live: boolean
  /** Folder of `worker.js`, `view.js`, `container.js`, with a slash at the end. */
  runtimeUrl: string
  proxyUrl: string
  projectName: string
  state: ProgramState
}
