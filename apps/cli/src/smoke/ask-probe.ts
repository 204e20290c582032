import type { Frame, Page } from 'playwright-core'
import type { Probe } from './page/probe-contract'

/** Calls a method of the probe in a page or frame. */
export function askProbe<Name extends keyof Probe>(
  where: Page | Frame,
  name: Name,
  ...args: Parameters<Probe[Name]>
): Promise<Awaited<ReturnType<Probe[Name]>>> {
  return where.evaluate(probeCall(name, args))
}

export function probeCall(name: keyof Probe, args: unknown[]): string {
  return `sampanProbe.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`
}
