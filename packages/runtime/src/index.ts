import './all-parts'

export { createHostPort, type HostPort } from './program/host-port'
export { createProgram, type Program } from './program/program'
export type { KeptNatives } from './program/sealed-globals'
