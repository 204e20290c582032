export { MiniProgramElement } from './mini-program-element'
export type { ProgramErrorKind, ProgramEvents } from './program-events'
export type { HostSettings } from './capabilities/capability'
