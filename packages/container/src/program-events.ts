/** What `<mini-program>` tells whoever embeds it, as `CustomEvent`s of these names with these details. */
export interface ProgramEvents {
  /** The first page has painted. */
  launched: { appId: string; name: string; path: string; launchMs: number }
  /** The program could not start, or broke. `fatal`: it is not running any more. */
  error: {
    kind: ProgramErrorKind
    message: string
    stack?: string
    pageId?: number
    route?: string
    fatal: boolean
  }
  /** `args` are bounded plain copies. `source`: the program, or the container about it. */
  console: { level: 'debug' | 'log' | 'info' | 'warn' | 'error'; args: unknown[]; source: 'program' | 'host' }
  titlechange: { title: string }
  /** `reason` says who ended it. */
  closed: { reason: 'user' | 'program' | 'host' | 'failure' }
  navigate: { type: string; route: string; query: Record<string, string>; depth: number; pageId: number }
  /** A page has painted its first content; `routeMs` from the route's beginning. */
  painted: { route: string; pageId: number; routeMs: number }
}

export type ProgramErrorKind =
  | 'load'
  | 'uncaught'
  | 'unhandled-rejection'
  | 'page-not-found'
  | 'view'
  | 'not-responding'
  | 'flood'
  | 'died'

export type EmitEvent = <Name extends keyof ProgramEvents>(name: Name, detail: ProgramEvents[Name]) => void
