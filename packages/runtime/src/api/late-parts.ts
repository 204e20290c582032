import type { LatePart } from '@sampan/protocol'
import type { ApiContext, ApiTable, PageView } from './api-context'

/**
 * The parts of this code that came with the launch. Each is a module of `parts/`, which adds itself when its script
 * runs: that is before any code of the program. A part may import all that the worker's first script has; nothing
 * but its own module may import what it brings.
 */
export interface LateParts extends Record<Exclude<LatePart, 'bytes'>, PartApis> {
  bytes: {
    /** Files of a ZIP archive by name. `admit` is told the size of each first, and throws if that is too much. */
    unpack(archive: Uint8Array, admit: (sizeBytes: number) => void): Record<string, Uint8Array>
    /** Hexadecimal, or undefined for an algorithm that is none. */
    digest(bytes: Uint8Array, algorithm: unknown): string | undefined
  }
  files: PartApis & {
    /** Resolves when the container has what the program wrote. */
    saved(context: ApiContext): Promise<void>
  }
  canvas: PartApis & { createNodeObject: CreateNodeObject }
  players: PartApis & { createNodeObject: CreateNodeObject }
}

export interface PartApis {
  /** `others` are the APIs that are there without this part. */
  createApis(context: ApiContext, others: ApiTable): ApiTable
}

/** What `NodesRef.context()` and `NodesRef.node()` answer for a node, by what the frame says of it. */
export type CreateNodeObject = (
  context: ApiContext,
  kind: 'context' | 'node',
  description: NodeObjectDescription,
  page: PageView,
  node: number,
) => unknown

export interface NodeObjectDescription {
  type: string
}

const present: Partial<LateParts> = {}

export function addLatePart<Name extends LatePart>(name: Name, part: LateParts[Name]): void {
  present[name] = part
}

/** Undefined if the program cannot reach it, or if it could not be fetched. */
export function latePart<Name extends LatePart>(name: Name): LateParts[Name] | undefined {
  return present[name]
}
