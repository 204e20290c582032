import type { PageConfig, ProgramState } from './program-state'

export function readConfig(): PageConfig {
  return JSON.parse(document.getElementById('config')?.textContent ?? '') as PageConfig
}

/** Calls back with every new state of the program, also with those missed while the connection was down. */
export function followBuilds(onState: (state: ProgramState) => void): void {
  const source = new EventSource('/events')
  source.onmessage = (event: MessageEvent<string>) => onState(JSON.parse(event.data) as ProgramState)
}
